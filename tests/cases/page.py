"""What a CMS plugin writes, checked by mypy's strict mode in a project that is not ours."""

import factcheck


def head(path: str) -> str:
    fact_check = factcheck.load(path)
    findings: list[factcheck.Finding] = factcheck.check(fact_check)
    if factcheck.has_errors(findings):
        return ""
    document: factcheck.Document = factcheck.export(fact_check, to="claimreview", options={"graph": True})
    return factcheck.script_tag(document)


claim = factcheck.Claim(id="c1", text="A claim", claimants=("a1",))
agent = factcheck.Agent(id="a1", kind="unnamed", description="an official")
host = factcheck.Host.discover(block=["tei"])
