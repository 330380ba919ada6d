"""A Dask cluster as somebody runs it: a scheduler and workers that are programs of their own."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

TESTS = Path(__file__).parent


class RealCluster:
    """To be used in a `with` statement; what is said by whom is in its folder."""

    def __init__(self, folder):
        self._folder, self._processes, self.address = folder, [], ""
        folder.mkdir(exist_ok=True)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for process in self._processes:
            if process.poll() is None:
                process.kill()
            process.wait()

    def scheduler(self, path=()):
        """Starts one; `path` holds folders where it finds other packages first."""
        told = self._folder / f"scheduler{len(self._processes)}.json"
        process = self._started("scheduler", path, "--host", "127.0.0.1", "--port", "0", "--scheduler-file", str(told))
        while not self.address:
            assert process.poll() is None, self.said()
            time.sleep(0.02)
            if told.exists() and (text := told.read_text(encoding="utf-8")).strip().endswith("}"):
                self.address = json.loads(text)["address"]
        return process

    def worker(self, path=()):
        """Starts one, as `scheduler`; nobody starts it again."""
        process = self._started(
            "worker", path, self.address, "--no-nanny", "--nthreads", "1", "--local-directory", str(self._folder)
        )
        while self.said().count("Registered to") < self._workers:
            assert process.poll() is None, self.said()
            time.sleep(0.02)
        return process

    @property
    def _workers(self):
        return len(list(self._folder.glob("*-worker.log")))

    def said(self):
        return "\n".join(path.read_text(encoding="utf-8") for path in sorted(self._folder.glob("*.log")))

    def _started(self, what, path, *arguments):
        # The program `dask` would be the one that is found first on the path.
        command = [sys.executable, "-m", "dask", what, "--no-dashboard", *arguments]
        log = self._folder / f"{len(self._processes)}-{what}.log"
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(map(str, (*path, TESTS)))}
        with log.open("wb") as file:
            process = subprocess.Popen(command, stdout=file, stderr=subprocess.STDOUT, env=environment)
        self._processes.append(process)
        return process


def blocking(folder, module, release="factcheck-export"):
    """A folder on whose path no such module can be imported, and the release of it is not known."""
    folder.mkdir()
    code = f"""
    import importlib.metadata
    import sys
    known = importlib.metadata.version
    def version(name):
        if name == "{release}":
            raise importlib.metadata.PackageNotFoundError(name)
        return known(name)
    importlib.metadata.version = version
    class Blocked:
        def find_spec(self, name, path=None, target=None):
            if name.partition(".")[0] == "{module}":
                raise ModuleNotFoundError(f"No module named {{name!r}}", name=name)
    sys.meta_path.insert(0, Blocked())
    """
    (folder / "sitecustomize.py").write_text("\n".join(line[4:] for line in code.splitlines()), encoding="utf-8")
    return folder
