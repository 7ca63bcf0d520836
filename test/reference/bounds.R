# Reference for test/stats/{bounds,weighting}.test.ts:  Rscript bounds.R   (in this folder)
# Imbens & Manski's critical value by uniroot; inverse-probability weights, trimming, effective sample size and
# standardized differences by their definitions with mean, sd, weighted.mean and quantile(type = 7).
source("write-json.R")
RNGversion("4.0.0"); set.seed(20190402)

interval <- function(low, high, seLow, seHigh, level) {
  width <- (high - low) / max(seLow, seHigh)
  f <- function(c) pnorm(c + width) - pnorm(-c) - level
  critical <- uniroot(f, c(0, 10), tol = 1e-15)$root
  list(low = low, high = high, seLow = seLow, seHigh = seHigh, level = level, critical = critical,
       ciLow = low - critical * seLow, ciHigh = high + critical * seHigh)
}
intervals <- list()
for (high in c(0, 0.1, 0.5, 1, 3, 20)) for (level in c(0.8, 0.9, 0.95, 0.99))
  intervals[[length(intervals) + 1]] <- interval(0, high, 0.5, 1, level)

n <- 60
x <- round(rnorm(n), 3); z <- round(rexp(n) * 100, 2)
p <- plogis(0.4 + x)
responded <- as.numeric(runif(n) < p)
weighted <- function(stabilised, at) {
  w <- ifelse(responded == 1, if (stabilised) mean(responded) / p else 1 / p, 0)
  limit <- quantile(w[responded == 1], at, type = 7)
  cut <- pmin(w, limit)
  # Respondents against all units; standard deviations unweighted.
  difference <- function(v) {
    r <- responded == 1
    s <- sqrt((var(v[r]) + var(v)) / 2)
    c((mean(v[r]) - mean(v)) / s, (weighted.mean(v, cut) - mean(v)) / s)
  }
  list(stabilised = as.numeric(stabilised), trimAt = at, weights = cut, trimmed = sum(w > limit), largest = max(cut),
       effective = sum(cut)^2 / sum(cut^2), x = difference(x), z = difference(z))
}
weights <- list(weighted(TRUE, 1), weighted(FALSE, 1), weighted(TRUE, 0.95), weighted(FALSE, 0.8))
write_reference("bounds.json", list(intervals = intervals, x = x, z = z, probability = p, responded = responded, weights = weights))
