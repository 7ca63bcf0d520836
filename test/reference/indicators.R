# Reference for test/indicators/stats.test.ts:  Rscript indicators.R   (in this folder)
# Wilson's interval by prop.test without correction. McNemar's power by the formula and its root by uniroot; beside it, for
# people and for a wide tolerance, the exact power of the exact test, summed over all numbers of pairs that change.
# Paired t by power.t.test. Reliable change by cor and sd from raw values.
source("write-json.R")
RNGversion("4.0.0"); set.seed(20210617)

wilson <- lapply(list(c(0, 10), c(10, 10), c(1, 3), c(261, 290), c(145, 290), c(3, 290), c(7, 12)), function(x)
  lapply(c(0.9, 0.95), function(level) {
    ci <- suppressWarnings(prop.test(x[1], x[2], conf.level = level, correct = FALSE))$conf.int
    list(x = x[1], n = x[2], level = level, low = ci[1], high = ci[2])
  }))

power <- function(d, n, psi, alpha = 0.05) {
  psi <- max(psi, d); z <- qnorm(1 - alpha / 2); s <- sqrt(psi - d^2)
  pnorm((d * sqrt(n) - z * sqrt(psi)) / s) + pnorm((-d * sqrt(n) - z * sqrt(psi)) / s)
}
# P(p <= alpha) of binom.test: k pairs change with chance psi each, each of them upwards with chance (psi + d)/(2 psi).
exact <- function(d, n, psi, alpha = 0.05) {
  psi <- max(psi, d); up <- (psi + d) / (2 * psi)
  sum(sapply(0:n, function(k) {
    if (k == 0) return(0)
    critical <- qbinom(alpha / 2, k, 0.5) - 1
    if (pbinom(critical + 1, k, 0.5) * 2 <= alpha) critical <- critical + 1
    if (critical < 0) return(0)
    dbinom(k, n, psi) * (pbinom(critical, k, up) + pbinom(k - critical - 1, k, up, lower.tail = FALSE))
  }))
}
cases <- list(c(290, 0.2), c(290, 0.05), c(290, 0), c(290, 0.45), c(60, 0.3), c(1500, 0.1), c(12, 0.25), c(290, 1))
mcnemar <- lapply(cases, function(x) {
  root <- uniroot(function(d) power(d, x[1], x[2]) - 0.8, c(1e-6, 1 - 1e-9), tol = 1e-15)$root
  list(pairs = x[1], discordance = x[2], change = root, exactPower = exact(root, x[1], x[2]),
    at = lapply(c(0.01, 0.05, 0.1), function(d) list(change = d, power = power(d, x[1], x[2]))))
})

paired <- lapply(list(c(290, 12.5), c(12, 8), c(3, 20)), function(x) list(pairs = x[1], sd = x[2],
  change = power.t.test(n = x[1], sd = x[2], power = 0.8, type = "paired", strict = TRUE, tol = 1e-12)$delta))

reliable <- lapply(c(5, 40, 290), function(n) {
  before <- round(runif(n, 0, 100), 1); after <- round(before + rnorm(n, 3, 12), 1)
  r <- cor(before, after); sd <- sqrt((var(before) + var(after)) / 2)
  list(before = I(before), after = I(after), sd = sd, r = r, sem = sd * sqrt(1 - r),
    smallest = qnorm(0.975) * sqrt(2) * sd * sqrt(1 - r))
})

write_reference("indicators.json", list(wilson = unlist(wilson, FALSE), mcnemar = mcnemar, paired = paired,
  reliable = reliable))
