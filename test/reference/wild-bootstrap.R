# Reference for test/stats/wild-bootstrap.test.ts:  Rscript wild-bootstrap.R   (in this folder)
# The wild cluster bootstrap by brute force: for each of the 2^G sign vectors the outcome is rebuilt from the fitted
# values and the signed residuals, and the whole model, dummies included, is fitted again. Nothing is partialled out.
# `refit` fits all vectors at once (lm.fit with a matrix of outcomes, CR1 by its definition). One case in
# ten of its t values is computed a second time by lm and sandwich::vcovCL(type = "HC1"), and has to agree.
# p: share of vectors with |t*| > |t|, ties (1e-9 relative) not counted. Ends of the 95 % interval: the null value where
# the m-th largest |t*| of those that are not always tied (all signs equal) crosses |t|, m = ceil(0.05 2^G), by uniroot.
suppressMessages(library(sandwich))
source("write-json.R")
RNGversion("4.0.0"); set.seed(20190401)

signs <- function(G) as.matrix(expand.grid(rep(list(c(1, -1)), G)))

simulate <- function(G, balanced) {
  d <- expand.grid(cluster = seq_len(G), year = 1:4, person = 1:2)
  d$user <- as.numeric(d$cluster <= ceiling(G / 2))
  d$x <- rnorm(nrow(d)) + rnorm(G)[d$cluster]
  d$y <- 2 + 0.8 * d$user + 0.5 * d$x + 0.3 * d$year + rnorm(G)[d$cluster] + rnorm(nrow(d), sd = 1 + 0.5 * abs(d$x))
  d$w <- round(exp(rnorm(nrow(d), sd = 0.5)), 3)
  if (!balanced) d <- d[runif(nrow(d)) > 0.25 * (d$cluster %% 3), ]
  d <- d[sample(nrow(d)), ]
  rownames(d) <- NULL
  d
}

# The k of the dummies' model enters CR1 by a factor that t and t* share.
refit <- function(X, Y, w, cluster, j) {
  r <- sqrt(w)
  f <- lm.fit(X * r, Y * r)
  n <- nrow(X); k <- ncol(X); G <- length(unique(cluster))
  B <- solve(crossprod(X * r))
  z <- drop((X * r) %*% B[, j])
  s <- rowsum(z * as.matrix(f$residuals), cluster)
  list(b = as.matrix(f$coefficients)[j, ], se = sqrt(colSums(s^2) * G / (G - 1) * (n - 1) / (n - k)))
}

bootstrap <- function(data, formula, term, weighted, impose, null, V) {
  w <- if (weighted) data$w else rep(1, nrow(data))
  X <- model.matrix(formula, data); y <- data$y
  j <- which(colnames(X) == term)
  full <- refit(X, y, w, data$cluster, j)
  m <- lm.wfit(X, y, w)
  statistics <- function(null) {
    if (impose) {
      r <- lm.wfit(X[, -j, drop = FALSE], y - null * X[, j], w)
      fitted <- y - r$residuals; e <- r$residuals; centre <- null
    } else { fitted <- m$fitted.values; e <- m$residuals; centre <- full$b }
    Y <- fitted + e * t(V)[data$cluster, , drop = FALSE]
    s <- refit(X, Y, w, data$cluster, j)
    list(t = (full$b - null) / full$se, star = (s$b - centre) / s$se, Y = Y, centre = centre)
  }
  at <- statistics(null)
  data$.w <- w
  for (b in seq(1, nrow(V), length.out = ceiling(nrow(V) / 10))) {
    data$.y <- at$Y[, floor(b)]
    l <- lm(update(formula, .y ~ .), data, weights = .w)
    t <- (coef(l)[term] - at$centre) / sqrt(vcovCL(l, cluster = data$cluster, type = "HC1")[term, term])
    stopifnot(abs(t - at$star[floor(b)]) < 1e-8 * max(1, abs(t)))
  }
  rank <- ceiling(0.05 * nrow(V))
  same <- abs(rowSums(V)) == ncol(V)
  f <- function(null) { s <- statistics(null); sort(abs(s$star[!(same & impose)]), decreasing = TRUE)[rank] - abs(s$t) }
  end <- function(side) {
    inside <- 0; outside <- full$se
    while (f(full$b + side * outside) > 0) {
      inside <- outside; outside <- 2 * outside
      if (outside > 1e4 * full$se) return(NA)
    }
    root <- uniroot(f, full$b + side * c(inside, outside), tol = 1e-13)$root
    grid <- full$b + side * seq(inside, outside, length.out = 60)  # one crossing only, or another could be found
    stopifnot(sum(diff(sign(vapply(grid, f, 0))) != 0) <= 1)
    root
  }
  tied <- abs(abs(at$star) - abs(at$t)) <= 1e-9 * abs(at$t)
  list(statistic = unname(at$t), p = mean(abs(at$star) > abs(at$t) & !tied), ties = sum(tied), low = unname(end(-1)), high = unname(end(1)))
}

cases <- list()
samples <- list()
for (G in c(6, 7, 8, 10)) {
  V <- signs(G)
  name <- paste0("G", G)
  d <- simulate(G, balanced = G %in% c(6, 10))
  samples[[name]] <- lapply(d[c("cluster", "year", "user", "x", "y", "w")], function(v) I(v))
  forms <- list(plain = y ~ user, control = y ~ user + x, year = y ~ user + x + factor(year),
                unitYear = y ~ x + factor(cluster) + factor(year))
  for (form in names(forms)) for (weighted in c(FALSE, TRUE)) for (impose in c(TRUE, FALSE)) for (null in c(0, 0.7)) {
    term <- if (form == "unitYear") "x" else "user"
    r <- bootstrap(d, forms[[form]], term, weighted, impose, null, V)
    cases[[length(cases) + 1]] <- c(list(sample = name, form = form, term = term, weighted = as.numeric(weighted),
                                         impose = as.numeric(impose), null = null, clusters = G), r)
  }
}
write_reference("wild-bootstrap.json", list(samples = samples, cases = cases), "sandwich")
