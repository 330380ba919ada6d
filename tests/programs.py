"""Programs that stand in no package."""

from importlib.util import module_from_spec, spec_from_file_location


def program(path):
    """A program as a module; what it does as a program is not done."""
    spec = spec_from_file_location(path.stem, path)
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
