"""Reference for test/stats/nist.test.ts:  python3 filip.py   (in this folder)

The least-squares coefficients of NIST's Filip in exact rational arithmetic, once for the regressors as a program in
doubles forms them (x^j by repeated multiplication, each product rounded) and once for the exact powers. The distance
between the two is what rounding of the regressors alone costs, whatever the solver.
"""
import json
import platform
from fractions import Fraction

PROBLEM = next(d for d in json.load(open("nist/nist_lls.json"))["datasets"] if d["name"] == "Filip")


def rounded_power(x, j):
    p = 1.0
    for _ in range(j):
        p *= x
    return Fraction(p)


def coefficients(power):
    rows = [[power(x, j) for j in range(11)] for (x,) in PROBLEM["x"]]
    y = [Fraction(v) for v in PROBLEM["y"]]
    a = [[sum(r[i] * r[j] for r in rows) for j in range(11)] + [sum(r[i] * v for r, v in zip(rows, y))] for i in range(11)]
    for i in range(11):
        for k in range(11):
            if k != i:
                factor = a[k][i] / a[i][i]
                a[k] = [u - factor * v for u, v in zip(a[k], a[i])]
    return [float(a[i][11] / a[i][i]) for i in range(11)]


result = {
    "versions": {"python": platform.python_version()},
    "roundedPowers": coefficients(rounded_power),
    "exactPowers": coefficients(lambda x, j: Fraction(x) ** j),
}
json.dump(result, open("filip.json", "w"), indent=1)
