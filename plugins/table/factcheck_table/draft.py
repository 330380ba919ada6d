"""A fact-check in the making: its data, its ids, and the cell that each value came from."""

from typing import Any

from factcheck.drafts import Ids, identifier

from .row import Cell


class Draft:
    """The data of a fact-check; `cells` leads from model paths (`claims[0].text`) to the cells that they came from."""

    def __init__(self) -> None:
        self.data: dict[str, Any] = {"agents": [], "sources": []}
        self.cells: dict[str, Cell] = {}
        self._ids = Ids()

    def put(self, name: str, value: Any, cell: Cell | None) -> None:
        """Set a field of the fact-check, where there is a value."""
        if value is not None:
            self.data[name] = value
            if cell:
                self.cells[name] = cell

    def identifier(self, wish: str) -> str:
        """An id for a part, unique in the fact-check."""
        return self._ids.like(identifier(wish))

    def agent(self, wish: str, values: dict[str, Any], cells: dict[str, Cell | None], usual: str) -> dict[str, Any]:
        """An agent, the same for one of the same name of which nothing else is said; `usual` is its kind where none is."""
        for each in self.data["agents"]:
            agrees = all(not value or not each.get(key) or each[key] == value for key, value in values.items())
            if agrees and values.get("name") and each.get("name") == values["name"]:
                each.update({key: value for key, value in values.items() if value})
                return dict(each)
        identifier = self._part("agents", wish, {"kind": usual, **values}, cells)
        return {**values, "id": identifier}

    def source(self, values: dict[str, Any], cell: Cell) -> str:
        """The id of a source, the same for one of the same address or description."""
        same = next((each for each in self.data["sources"] if values.items() <= each.items()), None)
        return str(same["id"]) if same else self._part("sources", "source", values, dict.fromkeys(values, cell))

    def say(self, source: str, name: str, value: Any, cell: Cell) -> None:
        """Set a field of the source of this id."""
        for index, each in enumerate(self.data["sources"]):
            if each["id"] == source:
                each[name] = value
                self.cells[f"sources[{index}].{name}"] = cell

    def _part(self, collection: str, wish: str, values: dict[str, Any], cells: dict[str, Cell | None]) -> str:
        place = f"{collection}[{len(self.data[collection])}]"
        identifier = self.identifier(wish)
        self.data[collection].append({"id": identifier, **values})
        self.cells |= {f"{place}.{name}": cell for name, cell in cells.items() if cell}
        return identifier
