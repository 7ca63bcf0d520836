# Reference for test/quality/tests.test.ts:  Rscript quality.R   (in this folder)
# McNemar: exact by binom.test, mid-p by dbinom, chi-square by mcnemar.test without correction. Paired t by t.test.
# Tukey's outer fences by quantile type 7. Holm by p.adjust.
source("write-json.R")
RNGversion("4.0.0"); set.seed(20210617)

pairs <- list(c(0, 5), c(1, 1), c(3, 9), c(44, 25), c(43, 20), c(60, 60), c(7, 8), c(0, 40), c(150, 90), c(2, 300))
mcnemar <- lapply(pairs, function(x) {
  n <- sum(x); k <- min(x)
  list(up = x[1], down = x[2], p = binom.test(x[1], n)$p.value,
    midP = min(1, 2 * pbinom(k, n, 0.5) - dbinom(k, n, 0.5)),
    chiSquare = unname(mcnemar.test(matrix(c(50, x[2], x[1], 70), 2), correct = FALSE)$statistic),
    pChiSquare = mcnemar.test(matrix(c(50, x[2], x[1], 70), 2), correct = FALSE)$p.value)
})

paired <- lapply(c(2, 3, 10, 290), function(n) {
  before <- round(runif(n, 0, 100), 1); after <- round(before + rnorm(n, 1, 8), 1)
  test <- t.test(after, before, paired = TRUE)
  list(before = I(before), after = I(after), difference = unname(test$estimate), t = unname(test$statistic),
    df = unname(test$parameter), p = test$p.value)
})

fences <- lapply(c(4, 9, 40), function(n) {
  x <- round(exp(rnorm(n, -3, 0.8)), 3); q <- unname(quantile(x, c(0.25, 0.75)))
  low <- q[1] - 3 * diff(q); high <- q[2] + 3 * diff(q)
  list(values = I(x), low = low, high = high, beyond = sum(x < low | x > high))
})

p <- c(0.004, 0.03, NA, 0.0005, 0.2, 0.013)
write_reference("quality.json", list(mcnemar = mcnemar, paired = paired, fences = fences,
  holm = list(p = I(p), adjusted = I(p.adjust(p, "holm")))))
