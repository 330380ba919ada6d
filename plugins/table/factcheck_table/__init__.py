"""Spreadsheets of fact-checks: an importer of CSV, TSV and XLSX."""
