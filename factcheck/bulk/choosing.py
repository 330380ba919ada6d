"""Which container a file is to be."""

from factcheck.containers import Container
from factcheck.errors import UnknownContainerError
from factcheck.formats import Exporter
from factcheck.host import Host


def container_for(host: Host, to: str, file_name: str, name: str | None = None) -> Container:
    """The container of this name, else the one that the file's name ends like, for documents of the format `to`.

    Raises UnknownContainerError where there is none, or it takes no such documents.
    """
    exporter = host.exporter(to)
    able = [each for each in host.containers.things.values() if takes(each, exporter)]
    there = "; ".join(f"{each.name} ({' '.join(each.suffixes)})" for each in able) or "none"
    if name is not None:
        container = host.container(name)
        if container not in able:
            raise UnknownContainerError(
                f"the container `{name}` takes no documents of `{to}`; for it there are {there}"
            )
        return container
    if not able:
        raise UnknownContainerError(
            f"{file_name}: no container takes documents of `{to}`; a folder has a file of each: --bundle FOLDER/"
        )
    lowered = file_name.lower()
    known = [(len(suffix), each) for each in able for suffix in each.suffixes if lowered.endswith(suffix)]
    longest = max((length for length, _ in known), default=0)
    meant = [each for length, each in known if length == longest]
    if len(meant) == 1:
        return meant[0]
    why = (
        f"{' and '.join(each.name for each in meant)} could be meant"
        if meant
        else "files of no container are called so"
    )
    raise UnknownContainerError(f"{file_name}: {why}; name one with --container, for `{to}` there are {there}")


def takes(container: Container, exporter: Exporter) -> bool:
    """Whether a container takes the documents of an exporter."""
    if container.formats:
        return exporter.name in container.formats
    return exporter.media_type.endswith(("/json", "+json"))
