"""The same plugins in another process: what a worker needs to do the same work."""

from functools import cache
from typing import NamedTuple

from factcheck.errors import EngineError
from factcheck.host import Host


class Plugins(NamedTuple):
    """The plugins of a host, by which another process makes the same one."""

    used: tuple[tuple[str, str, str], ...]
    blocked: tuple[str, ...]


def described(host: Host) -> Plugins:
    """The plugins that a host uses. Raises EngineError where no other process could find them."""
    used = tuple((each.distribution, each.name, each.version) for each in host.plugins if each.implementation)
    given = [name for distribution, name, _ in used if distribution == "the caller"]
    if given:
        raise EngineError(
            f"`{given[0]}` is no installed plugin, so no other process can find it; install it, or use the engine `inline`"
        )
    return Plugins(used, tuple(each.name for each in host.plugins if each.blocked))


@cache
def same_host(description: Plugins) -> Host:
    """The host of this process with the plugins that another one has. Raises EngineError where one is missing, or is another version."""
    here = Host.discover()
    host = Host.discover([each for each in description.blocked if any(each == plugin.name for plugin in here.plugins)])
    found = {(each.distribution, each.name): each.version for each in host.plugins if each.implementation}
    for distribution, name, version in description.used:
        if (distribution, name) not in found:
            raise EngineError(f"a worker has no plugin `{name}` of {distribution} {version}: install it there, too")
        if found[distribution, name] != version:
            told = f"a worker has the plugin `{name}` of {distribution} {found[distribution, name]}, and here it is {version}"
            raise EngineError(f"{told}: install the same version there")
    return host
