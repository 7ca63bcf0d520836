import type { Column } from '../stats/index.js';

/**
 * Orthonormal polynomials of degree 1 to `degree` over the values of x, each orthogonal to the constant and with a positive
 * leading coefficient: the columns of R's `poly(x, degree)`. By the three-term recurrence
 * p_j+1 = (x - a_j) p_j - b_j p_j-1 (Forsythe 1957, J. SIAM 5), orthogonalized once more against those before.
 * @returns one column per degree, each n long; null where x has no more than `degree` different values
 */
export function orthogonalPolynomials(x: Column, degree: number): Float64Array[] | null {
  const values = Float64Array.from({ length: x.length }, (_, i) => x[i]!);
  if (new Set(values).size <= degree) return null;
  const basis = [normalized(new Float64Array(values.length).fill(1))];
  const centre = inner(values, basis[0]!) / Math.sqrt(values.length);
  for (let j = 0; j < degree; j++) {
    let next = basis[j]!.map((p, i) => p * (values[i]! - centre));
    for (let pass = 0; pass < 2; pass++) {
      for (const p of basis) {
        const share = inner(next, p);
        next = next.map((v, i) => v - share * p[i]!);
      }
    }
    basis.push(normalized(next));
  }
  return basis.slice(1);
}

function inner(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

function normalized(v: Float64Array): Float64Array {
  const norm = Math.sqrt(inner(v, v));
  return v.map((value) => value / norm);
}
