"""Plugins on the path, as an installer would put them there."""

import sys
import textwrap


def distribution(folder, release, entry, source):
    """Writes a release, `acme-rules 1.0`, whose one module is a plugin: `acme = acme_rules` names both."""
    name, version = release.split()
    _, module = entry.split(" = ")
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{module}.py").write_text(textwrap.dedent(source), encoding="utf-8")
    info = folder / f"{name.replace('-', '_')}-{version}.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n", encoding="utf-8")
    (info / "entry_points.txt").write_text(f"[factcheck]\n{entry}\n", encoding="utf-8")
    return module


def installed(monkeypatch, folder, release, entry, source):
    """The same, where this program finds it, and forgets what it knew of such a module."""
    module = distribution(folder, release, entry, source)
    if str(folder) not in sys.path:
        monkeypatch.syspath_prepend(str(folder))
    monkeypatch.delitem(sys.modules, module, raising=False)
