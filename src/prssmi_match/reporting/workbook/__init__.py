"""The report as an Excel workbook that people sort and filter, and what every workbook needs."""
