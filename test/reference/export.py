# Reference for test/reports/export-reference.test.ts, in this folder:
#   oj export --what panel --format csv --out FOLDER && python3 export.py FOLDER > export-pandas.json
# Reads the demo panel from the CSV file by pandas and writes of every column what export.R writes.
import json, math, sys
import pandas

table = pandas.read_csv(f"{sys.argv[1]}/panel.csv", dtype={"unit": str, "municipality": str},
                        keep_default_na=False, na_values=[""])

def one(name):
    x = table[name]
    v = [0 if missing else len(value.encode()) if isinstance(value, str) else float(value)
         for value, missing in zip(x, x.isna())]
    return {"name": name, "type": str(x.dtype), "missing": int(x.isna().sum()), "distinct": int(x.nunique()),
            "sum": math.fsum(v), "weighted": math.fsum(a * (i % 97 + 1) for i, a in enumerate(v))}

print(json.dumps({"versions": {"python": sys.version.split()[0], "pandas": pandas.__version__},
                  "csv": {"rows": len(table), "columns": [one(name) for name in table.columns]}}, indent=1))
