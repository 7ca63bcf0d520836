# Reference for test/stats/samples-reference.test.ts:  Rscript samples.R   (in this folder)
# One-way analyses, quantiles, tests of two samples and of tables, on simulated data with ties.
source("write-json.R")
RNGversion("4.0.0"); set.seed(171717)

one_way <- function(y, g, level = 0.95) {
  f <- factor(g)
  a <- anova(aov(y ~ f))
  msb <- a[1, "Mean Sq"]; msw <- a[2, "Mean Sq"]; df1 <- a[1, "Df"]; df2 <- a[2, "Df"]; F <- a[1, "F value"]
  n <- table(f); n0 <- (sum(n) - sum(n^2) / sum(n)) / df1
  icc <- function(r) (r - 1) / (n0 + r - 1)
  keep <- n > 1 & tapply(y, f, var) > 0 & !is.na(tapply(y, f, var))
  s <- f %in% names(n)[keep]
  w <- oneway.test(y[s] ~ droplevels(f[s]))
  k <- kruskal.test(y, f)
  list(y = y, groups = as.integer(g), groupCount = max(g) + 2,
    anova = list(f = F, df1 = df1, df2 = df2, p = a[1, "Pr(>F)"], ssBetween = a[1, "Sum Sq"], ssWithin = a[2, "Sum Sq"],
      etaSquared = a[1, "Sum Sq"] / sum(a[, "Sum Sq"]), omegaSquared = (a[1, "Sum Sq"] - df1 * msw) / (sum(a[, "Sum Sq"]) + msw),
      icc = (msb - msw) / (msb + (n0 - 1) * msw),
      iccLow = icc(F / qf(1 - (1 - level) / 2, df1, df2)), iccHigh = icc(F / qf((1 - level) / 2, df1, df2))),
    welch = list(f = unname(w$statistic), df1 = unname(w$parameter[1]), df2 = unname(w$parameter[2]), p = w$p.value),
    leftOut = as.integer(names(n)[!keep]),
    kruskal = list(h = unname(k$statistic), df = unname(k$parameter), p = k$p.value))
}
sizes <- c(40, 25, 3, 1, 60, 2, 30, 17)
g <- rep(c(0:4, 6:8), sizes)              # group 5 is empty, group 3 has one row
y <- round(50 + 4 * rnorm(9)[g + 1] + rnorm(length(g), sd = 9) * (1 + g / 8), 0)
binary <- 100 * rbinom(length(g), 1, c(.5, .6, .7, .5, .55, .5, .5, .62, .4)[g + 1])
binary[g == 6] <- 100                     # a group without variance
weak <- round(rnorm(length(g)), 1)        # F below 1 somewhere: omega squared and ICC below 0
strong <- y + 40 * g                      # p far out in the tail
one <- list(unequal = one_way(y, g), binary = one_way(binary, g), weak = one_way(weak, g), strong = one_way(strong, g),
            largeLevel = one_way(weak + 1e6, g))

values <- round(rnorm(38, 50, 20), -1)
probabilities <- c(0, 0.01, 0.05, 0.1, 0.25, 1 / 3, 0.5, 0.6, 0.75, 0.9, 0.95, 0.99, 1)
samples <- list(ties = values, distinct = rnorm(11), one = 3.5, two = c(2, 1), hundred = round(runif(100), 2))
quantiles <- lapply(samples, function(v) list(values = I(v), types = lapply(1:9, function(t) unname(quantile(v, probabilities, type = t)))))

a <- round(rnorm(37, 20, 4), 2); b <- round(rnorm(190, 22, 7), 2)
t_test <- function(a, b, level) {
  t <- t.test(a, b, conf.level = level)
  list(a = a, b = b, level = level, difference = mean(a) - mean(b), se = t$stderr, t = unname(t$statistic), df = unname(t$parameter),
    p = t$p.value, ciLow = t$conf.int[1], ciHigh = t$conf.int[2], meanA = mean(a), meanB = mean(b), sdA = sd(a), sdB = sd(b),
    standardizedDifference = (mean(a) - mean(b)) / sqrt((var(a) + var(b)) / 2))
}
two <- list(t_test(a, b, 0.95), t_test(b, a, 0.9), t_test(a + 1e6, b + 1e6, 0.95), t_test(c(1, 1, 1), b, 0.99), t_test(a / 1e3, b + 400, 0.95))

tables <- list(matrix(c(3, 1, 1, 3), 2), matrix(c(12, 5, 29, 2), 2), matrix(c(0, 7, 9, 4), 2), matrix(c(300, 200, 250, 260), 2),
  matrix(c(3, 0, 2, 1, 4, 4, 2, 2, 6), 3), matrix(c(5, 9, 2, 7, 1, 3, 8, 8), 4), matrix(c(1, 2, 1, 0, 3, 3, 2, 1, 4, 2, 4, 3, 1, 0, 2, 5), 4),
  matrix(rpois(18, 4), 9), matrix(c(2, 2, 2, 2), 2))
table_tests <- lapply(tables, function(t) {
  plain <- suppressWarnings(chisq.test(t, correct = FALSE)); yates <- suppressWarnings(chisq.test(t, correct = TRUE))
  list(table = t, fisher = fisher.test(t, workspace = 2e7)$p.value,
    chi = unname(plain$statistic), df = unname(plain$parameter), p = plain$p.value, smallest = min(plain$expected),
    yatesChi = unname(yates$statistic), yatesP = yates$p.value)
})
wide <- table(rep(0:20, length.out = 290), c(rep(0, 96), rep(1, 194))[sample(290)])
dimnames(wide) <- NULL
many <- list(table = unclass(wide), p = fisher.test(wide, simulate.p.value = TRUE, B = 2e5)$p.value)

write_reference("samples.json", list(oneWay = one, probabilities = probabilities, quantiles = quantiles, tTests = two,
  tables = table_tests, wide = many))
