"""Plugins made known to pluggy one by one, each refused for its own reason; and their rules, asked one by one."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any

import pluggy

from factcheck.errors import PluginError
from factcheck.guard import Guard
from factcheck.model import FactCheck

from .plugin import Plugin, misspelled, providing

Check = Callable[[FactCheck, str | None], Iterable[object]]


def registered(manager: pluggy.PluginManager, plugins: Iterable[Plugin]) -> tuple[Plugin, ...]:
    """The plugins, those refused that break their contract, and exporters of one name left out of all that have them."""
    return _without_collisions([_registered(manager, plugin) for plugin in plugins])


def check_of(manager: pluggy.PluginManager, plugin: Plugin) -> Check | None:
    """The rules of one plugin, which are asked apart from all others, so that the one that breaks is named."""
    own = (each for each in manager.hook.factcheck_check.get_hookimpls() if each.plugin_name == plugin.key)
    hook = next(own, None)
    return partial(_asked, hook) if hook else None


def _asked(hook: pluggy.HookImpl, fact_check: FactCheck, profile: str | None) -> Iterable[object]:
    given = {"fact_check": fact_check, "profile": profile}
    found: Any = hook.function(*(given[name] for name in hook.argnames))
    return () if found is None else found


def _registered(manager: pluggy.PluginManager, plugin: Plugin) -> Plugin:
    if plugin.implementation is None:
        return plugin
    if any(there is plugin.implementation for _, there in manager.list_name_plugin()):
        return plugin.refused("it is there already; name it once")
    checked = _enrolled(manager, plugin)
    if checked.problem and manager.has_plugin(plugin.key):
        manager.unregister(name=plugin.key)
    return checked


def _enrolled(manager: pluggy.PluginManager, plugin: Plugin) -> Plugin:
    try:
        with Guard("cannot be used", pluggy.PluginValidationError):
            problem = misspelled(plugin.implementation)
            if problem is None:
                manager.register(plugin.implementation, plugin.key)
    except pluggy.PluginValidationError as error:
        problem = str(error).splitlines()[-1].strip()
    except PluginError as error:
        problem = str(error)
    return plugin.refused(problem) if problem else providing(plugin)


def _without_collisions(plugins: list[Plugin]) -> tuple[Plugin, ...]:
    providers: dict[str, list[Plugin]] = {}
    for plugin in plugins:
        for name in plugin.exporters:
            providers.setdefault(name, []).append(plugin)
    doubled = {name: sharing for name, sharing in providers.items() if len(sharing) > 1}
    return tuple(_told_of(plugin, doubled) for plugin in plugins)


def _told_of(plugin: Plugin, doubled: Mapping[str, list[Plugin]]) -> Plugin:
    shared = [name for name in plugin.exporters if name in doubled]
    if not shared:
        return plugin
    told = [f"the exporter `{name}` is provided by {' and by '.join(map(str, doubled[name]))}" for name in shared]
    return plugin.without(shared, "; ".join(told) + "; block one of them")
