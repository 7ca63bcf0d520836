# Reference for test/stats/{multiplicity,romano-wolf,equivalence,power}.test.ts:  Rscript multiplicity.R   (in this folder)
# p.adjust; step-down max-t by brute force, and multcomp's for the distribution that the draws come from; two one-sided
# tests by formula; power of the t test by the noncentral t and by integration, and detectable effects by uniroot.
source("write-json.R")
suppressPackageStartupMessages(library(multcomp))
RNGversion("4.0.0"); set.seed(20210617)
all_of <- function(d) lapply(seq_len(nrow(d)), function(i) as.list(d[i, , drop = FALSE]))

families <- list(mixed = c(0.01, 0.02, NA, 0.03, 0.04, 0.05, NA, 0.9), ties = c(0.04, 0.01, 0.04, 0.01, 1, 0, 0.04),
  one = 0.03, none = c(NA_real_, NA_real_), all_one = c(1, 1, 1), wide = c(runif(180)^3, NA, runif(20) * 1e-6))
adjusted <- lapply(families, function(p) list(p = I(p), holm = I(p.adjust(p, "holm")), bh = I(p.adjust(p, "BH")),
  by = I(p.adjust(p, "BY"))))

# The definition, test by test: q from the maximum over all tests no larger, then the largest q of the tests no smaller.
step_down <- function(t, draws) {
  family <- which(!is.na(t) & colSums(!is.na(draws)) > 0)
  share <- function(j, set) {
    rows <- which(!is.na(draws[, j]))
    reached <- sapply(rows, function(b) any(abs(draws[b, set]) >= abs(t[j]), na.rm = TRUE))
    (1 + sum(reached)) / (length(rows) + 1)
  }
  adjusted <- unadjusted <- rep(NA_real_, length(t)); q <- adjusted
  for (j in family) { q[j] <- share(j, family[abs(t[family]) <= abs(t[j])]); unadjusted[j] <- share(j, j) }
  for (j in family) adjusted[j] <- max(q[family[abs(t[family]) >= abs(t[j])]])
  list(observed = I(t), draws = draws, adjusted = I(adjusted), unadjusted = I(unadjusted), used = I(replace(
    rep(0, length(t)), family, colSums(!is.na(draws))[family])), tests = length(family))
}
on_grid <- function(x) round(x * 16) / 16    # exact in binary, with ties
draw <- function(B, m, load) on_grid(sqrt(load) * rnorm(B) + sqrt(1 - load) * matrix(rnorm(B * m), B))
holes <- function(x, share) { x[runif(length(x)) < share] <- NA; x }
t8 <- on_grid(c(3.1, -2.6, 0.2, 2.6, -1.9, 1.1, 0, 2.3))
half_missing <- holes(draw(99, 8, 0.5), 0.5); half_missing[, 4] <- NA
resampled <- list(correlated = step_down(t8, draw(149, 8, 0.6)), independent = step_down(t8, draw(149, 8, 0)),
  missing = step_down(replace(t8, c(3, 6), NA), holes(draw(149, 8, 0.6), 0.08)), half_missing = step_down(t8, half_missing),
  one = step_down(2.1, draw(149, 1, 0)), few = step_down(t8, draw(3, 8, 0.3)))

# Step-down p of Westfall's "free" method: those of Romano-Wolf when the draws are exactly the joint t distribution.
data(warpbreaks)
model <- lm(log(breaks) ~ interaction(wool, tension), data = setNames(warpbreaks, c("breaks", "wool", "tension")))
comparisons <- rbind(c(0, 1, 0, 0, 0, 0), c(0, 0, 1, 0, 0, 0), c(0, 0, 0, 1, 0, 0), c(0, 0, 0, 0, 1, 0), c(0, 0, 0, 0, 0, 1),
  c(0, 0, 1, 0, -1, 0), c(0, 1, 0, -1, 0, 0))
free <- summary(glht(model, comparisons), test = adjusted("free", abseps = 1e-4, maxpts = 1e6))$test
known <- list(t = unname(free$tstat), df = model$df.residual,
  correlation = unname(cov2cor(comparisons %*% vcov(model) %*% t(comparisons))), adjusted = as.numeric(free$pvalues))

tost <- expand.grid(estimate = c(0, 3.2, -4.1, 9.9, -25), se = c(0.4, 2, 6), df = c(1, 3.4, 59, 288, Inf), margin = c(5, 14),
  alpha = c(0.05, 0.01), KEEP.OUT.ATTRS = FALSE)
tost <- within(tost, {
  ciHigh <- estimate + qt(1 - alpha, df) * se; ciLow <- estimate - qt(1 - alpha, df) * se
  pDifference <- 2 * pt(-abs(estimate) / se, df)
  pHigh <- pt((estimate - margin) / se, df); pLow <- pt((estimate + margin) / se, df, lower.tail = FALSE)
  p <- pmax(pLow, pHigh)
})

two_sided <- function(d, df, alpha) {
  t <- qt(1 - alpha / 2, df)
  pt(t, df, ncp = d, lower.tail = FALSE) + pt(-t, df, ncp = d)
}
power <- expand.grid(d = c(0, 0.1, 0.5, 1, 2.5, 2.8, 4, 7, 12, 20, 35), df = c(1, 2, 4.3, 9.75, 30, 288, 1449, 1e5, Inf),
  alpha = c(0.001, 0.05, 0.1), KEEP.OUT.ATTRS = FALSE)
power$t <- mapply(two_sided, power$d, power$df, power$alpha)
# The mean over Z of P(chi-square < df((Z + d)/t)^2): good to 1e-14, where pt(ncp =) is to 5e-11, and an approximation for
# ncp above 37.6. Ordinary cases, then far out ones.
integrated <- data.frame(d = c(4, 5, 2.5, 3, 2.8, 1, 200, 5000, 15, 11, 40, 300, 25, 1e4),
  df = c(9.75, 3, 1, 3, 288, 30, 1, 1, 3, 70, 5, 0.5, 1e5, 2),
  alpha = c(0.001, 0.01, 0.05, 0.05, 0.05, 0.1, 1e-4, 1e-4, 1e-4, 0.001, 1e-7, 0.05, 1e-100, 1e-8))
integrated$power <- with(integrated, mapply(function(d, df, alpha) {
  t <- -qt(alpha / 2, df)
  inside <- function(z) dnorm(z) * pchisq(df * ((z + d) / t)^2, df)
  part <- function(a, b) integrate(inside, a, b, rel.tol = 1e-13, abs.tol = 0)$value
  cuts <- sort(unique(c(-9:9, if (d < 9) -d)))   # |z + d| has its kink at -d
  sum(mapply(part, head(cuts, -1), tail(cuts, -1)))
}, d, df, alpha))
mde <- expand.grid(df = c(1, 2, 4.3, 9.75, 30, 288, 1e5, Inf), alpha = c(0.01, 0.05), power = c(0.2, 0.5, 0.8, 0.9),
  KEEP.OUT.ATTRS = FALSE)
mde$d <- with(mde, mapply(function(df, alpha, power) {
  top <- qt(1 - alpha / 2, df) * 2 + 3
  if (top > 37) return(NA)                    # pt(ncp =) is an approximation there
  uniroot(function(d) two_sided(d, df, alpha) - power, c(0, top), tol = 1e-13)$root
}, df, alpha, power))
mde <- mde[!is.na(mde$d), ]
trial <- power.t.test(n = 40, delta = 5, sd = 9, strict = TRUE)

write_reference("multiplicity.json", list(adjusted = adjusted, resampled = resampled, known = known, tost = all_of(tost),
  power = all_of(power), integrated = all_of(integrated), mde = all_of(mde),
  trial = list(n = 40, delta = 5, sd = 9, power = trial$power)), c("multcomp", "mvtnorm"))
