from factcheck_csv import CsvExporter, CsvTable

from factcheck.testing import ContainerContract, ExporterContract


class TestCsv(ExporterContract):
    exporter = CsvExporter()


class TestCsvTable(ContainerContract):
    container = CsvTable()
