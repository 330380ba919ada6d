"""What is shown now, and who waits for what comes next."""

from threading import Condition

from .pages import View


class Board:
    """Holds the view that is shown: one thread puts it there, others read it and wait for the next."""

    def __init__(self, view: View) -> None:
        self._view, self._closed = view, False
        self._changed = Condition()

    @property
    def view(self) -> View:
        """What is shown now."""
        return self._view

    def show(self, view: View) -> bool:
        """Show this view from now on; whether it is another than before."""
        with self._changed:
            another = view.stamp != self._view.stamp
            if another:
                self._view = view
                self._changed.notify_all()
            return another

    def close(self) -> None:
        """Nothing more comes: whoever waits gets None."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()

    def after(self, stamp: str, seconds: float) -> View | None:
        """The view shown once it is another than that of the stamp, or once these seconds are over; None once closed."""
        with self._changed:
            self._changed.wait_for(lambda: self._closed or self._view.stamp != stamp, seconds)
            return None if self._closed else self._view
