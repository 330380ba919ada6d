from factcheck_csv import CsvExporter

from factcheck.testing import ExporterContract


class TestCsv(ExporterContract):
    exporter = CsvExporter()
