# Reference for test/stats/wild-bootstrap-power.test.ts:  Rscript wild-bootstrap-power.R   (in this folder)
# Power of the CR1 t test (t with G-1 df, 5 percent) by every one of the 2^G sign vectors, on the samples of
# wild-bootstrap.json: y* = fit without the regressor + delta x + signed residuals of the whole model, fitted again with
# lm.fit, dummies and all, for every delta. The minimum detectable effect is the ceil(0.8 2^G)-th smallest of the effects
# above which a vector rejects for good, each the root (uniroot) of t(delta) = critical value. One outcome in forty is fitted
# by lm and sandwich::vcovCL(type = "HC1") as well, and has to agree.
suppressMessages(library(sandwich))
source("write-json.R")
samples <- jsonlite::fromJSON("wild-bootstrap.json", simplifyVector = TRUE)$samples
forms <- list(plain = y ~ user, control = y ~ user + x, year = y ~ user + x + factor(year))

simulate <- function(name, form) {
  d <- as.data.frame(lapply(samples[[name]], as.numeric))
  X <- model.matrix(forms[[form]], d)
  j <- which(colnames(X) == "user")
  G <- length(unique(d$cluster)); n <- nrow(X); k <- ncol(X)
  V <- as.matrix(expand.grid(rep(list(c(1, -1)), G)))
  m <- lm.fit(X, d$y)
  e <- t(V)[match(d$cluster, unique(d$cluster)), ] * m$residuals
  rest <- m$fitted.values - m$coefficients[j] * X[, j]
  z <- drop(X %*% solve(crossprod(X))[, j])
  critical <- qt(0.975, G - 1)
  t_of <- function(delta, draws = seq_len(nrow(V)), check = FALSE) {
    Y <- rest + delta * X[, j] + e[, draws, drop = FALSE]
    f <- lm.fit(X, Y)
    s <- rowsum(z * as.matrix(f$residuals), d$cluster)
    se <- sqrt(colSums(s^2) * G / (G - 1) * (n - 1) / (n - k))
    t <- as.matrix(f$coefficients)[j, ] / se
    if (check) for (b in seq(1, length(draws), by = 40)) {
      d$.y <- Y[, b]
      l <- lm(update(forms[[form]], .y ~ .), d)
      stopifnot(abs(coef(l)["user"] / sqrt(vcovCL(l, cluster = d$cluster, type = "HC1")["user", "user"]) - t[b]) < 1e-8 * max(1, abs(t[b])))
    }
    unname(t)
  }
  effects <- c(0, 0.5, 1, 2, -2, 4)
  power <- vapply(effects, function(delta) mean(abs(t_of(delta, check = TRUE)) > critical), 0)
  ends <- vapply(seq_len(nrow(V)), function(b) uniroot(function(delta) t_of(delta, b) - critical, c(-100, 100), tol = 1e-12)$root, 0)
  list(sample = name, form = form, clusters = G, effects = effects, power = power,
    minimumDetectable = max(0, sort(ends)[ceiling(0.8 * nrow(V) - 1e-9)]))
}

small <- names(samples)[vapply(samples, function(s) length(unique(s$cluster)) <= 7, TRUE)]
cases <- list()
for (name in small) for (form in names(forms)) cases[[length(cases) + 1]] <- simulate(name, form)
write_reference("wild-bootstrap-power.json", list(cases = cases), "sandwich")
