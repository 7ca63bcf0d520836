# Reference for test/stats/logit-reference.test.ts:  Rscript logit.R   (in this folder)
# On a simulated unbalanced panel: binary logits (glm, epsilon 1e-14) and ordered logits (MASS::polr) with, for each
# covariance, standard errors, z, p and 95 % intervals; average marginal effects by predicting twice, and their standard
# errors by the delta method with numerical derivatives (five points, error of order h^4).
#
# Covariances: vcov, sandwich::sandwich (HC0), n/(n-k) times it (HC1), and sandwich::vcovCL with its defaults for glm and polr
# (type HC0 with cadjust: G/(G-1)) and with type HC1 (also (n-1)/(n-k)).
#
# polr stops at about 1e-6 and differentiates numerically for its Hessian. Its estimates are polished here by Newton steps
# with textbook derivatives of log(F(a) - F(b)); coefficients, thresholds, fitted values and Hessian are put back into
# the fit, so that estfun, vcov and vcovCL are those of the packages.
suppressMessages({library(sandwich); library(MASS)})
source("write-json.R")
RNGversion("4.0.0"); set.seed(20210617)

units <- 80
panel <- expand.grid(unit = 0:(units - 1), year = 2016:2020)
panel$user <- as.numeric((panel$unit * 13) %% 10 < 4)
panel$group <- panel$unit %% 9
a <- rnorm(units, sd = 0.8)
panel$x <- rnorm(nrow(panel)) + 0.3 * a[panel$unit + 1]
panel$size <- round(exp(rnorm(units, 9, 1)))[panel$unit + 1]
index <- -0.4 + 0.6 * panel$x + 0.5 * panel$user + 0.15 * (panel$year - 2016) + a[panel$unit + 1]
panel$y <- as.numeric(index + rlogis(nrow(panel)) > 0)
panel$score <- as.numeric(cut(index + rlogis(nrow(panel)), c(-Inf, -0.5, 1, Inf))) - 1
panel$uneven <- c(0, 1, 2, 5, 10)[as.numeric(cut(index + rlogis(nrow(panel)), c(-Inf, -1, 0, 1, 2, Inf)))]
panel <- panel[runif(nrow(panel)) > 0.12, ]
panel <- panel[sample(nrow(panel)), ]
rownames(panel) <- NULL
panel$yearf <- factor(panel$year)

# Derivatives of f: rows for values, columns for parameters. Steps of a fiftieth of a standard error along the columns of
# L, V = LL', which are uncorrelated: along one coefficient of two that nearly cancel a step would be far too long.
derivatives <- function(f, b, V) {
  L <- t(chol(V)); h <- 1 / 50
  along <- vapply(seq_along(b), function(j) {
    at <- function(m) f(b + m * h * L[, j])
    (8 * (at(1) - at(-1)) - (at(2) - at(-2))) / (12 * h)
  }, f(b))
  matrix(along, ncol = length(b)) %*% solve(L)
}
tests <- function(b, V) {
  se <- sqrt(diag(V)); z <- b / se
  list(se = I(unname(se)), z = I(unname(z)), p = I(unname(2 * pnorm(-abs(z)))),
       low = I(unname(b - qnorm(0.975) * se)), high = I(unname(b + qnorm(0.975) * se)))
}
covariances <- function(m, k) {
  n <- nrow(estfun(m)); S <- sandwich(m)
  list(iid = vcov(m), HC0 = S, HC1 = n / (n - k) * S,
       "cluster:unit" = vcovCL(m, panel$unit), "cluster:group" = vcovCL(m, panel$group),
       "cluster:unit:HC1" = vcovCL(m, panel$unit, type = "HC1"))
}
# effects: b -> average effects of one term
marginal <- function(effects, b, Vs) {
  G <- derivatives(effects, b, Vs$iid)
  list(estimate = I(unname(effects(b))), vcov = lapply(Vs, function(V) tests(effects(b), G %*% V %*% t(G))))
}
# probabilities: (b, X) -> n x levels; the change from 0 to 1, or the derivative by five points.
change <- function(probabilities, b, X, term, discrete) {
  at <- function(v) { X[, term] <- v; probabilities(b, X) }
  if (discrete) return(colMeans(at(1) - at(0)))
  x <- X[, term]; h <- sd(x) / 100
  colMeans((8 * (at(x + h) - at(x - h)) - (at(x + 2 * h) - at(x - 2 * h))) / (12 * h))
}

binary <- function(formula, terms) {
  m <- glm(formula, binomial, panel, control = glm.control(epsilon = 1e-14, maxit = 100))
  # vcov and sandwich take the weights from before the last step: begin once more where the first fit ended.
  m <- glm(formula, binomial, panel, start = coef(m), control = glm.control(epsilon = 1e-14))
  X <- model.matrix(m); b <- coef(m); Vs <- covariances(m, length(b))
  probabilities <- function(b, X) matrix(plogis(drop(X %*% b)), ncol = 1)
  ame <- lapply(setNames(terms, terms), function(term)
    marginal(function(b) change(probabilities, b, X, term, term == "user"), b, Vs))
  null <- glm(y ~ 1, binomial, panel, control = glm.control(epsilon = 1e-14))
  list(names = names(b), coefficients = I(unname(b)), logLik = as.numeric(logLik(m)),
       mcFadden = 1 - as.numeric(logLik(m)) / as.numeric(logLik(null)),
       vcov = lapply(Vs, function(V) tests(b, V)), ame = ame)
}

ordered_logit <- function(outcome, right, terms) {
  values <- sort(unique(panel[[outcome]])); J <- length(values)
  panel$o <- factor(panel[[outcome]])
  m <- polr(as.formula(paste("o ~", right)), panel, Hess = TRUE, method = "logistic", control = list(reltol = 1e-15, maxit = 1000))
  X <- model.matrix(m)[, -1, drop = FALSE]; k <- ncol(X); n <- nrow(X); y <- as.integer(panel$o)
  cumulative <- function(b, X) {
    eta <- drop(X %*% b[1:k])
    cbind(0, vapply(b[-(1:k)], function(z) plogis(z - eta), numeric(nrow(X))), 1)
  }
  probabilities <- function(b, X) { C <- cumulative(b, X); C[, -1] - C[, -(J + 1)] }
  # d log p / db and its Hessian with the rows D+ and D- that give da/db and d(lower)/db
  Up <- cbind(-X, outer(y, 1:(J - 1), "==") * 1); Lo <- cbind(-X, outer(y - 1, 1:(J - 1), "==") * 1)
  Up[y == J, ] <- 0; Lo[y == 1, ] <- 0
  slope <- function(b) {
    C <- cumulative(b, X); up <- C[cbind(1:n, y + 1)]; lo <- C[cbind(1:n, y)]; p <- up - lo
    fu <- up * (1 - up); fl <- lo * (1 - lo)
    s <- (fu * Up - fl * Lo) / p
    H <- crossprod(s) - crossprod(Up * (fu * (1 - 2 * up) / p), Up) + crossprod(Lo * (fl * (1 - 2 * lo) / p), Lo)
    list(score = s, H = H)
  }
  start <- c(coef(m), m$zeta); b <- start
  for (i in 1:8) { d <- slope(b); b <- b + solve(d$H, colSums(d$score)) }
  d <- slope(b)
  # polr's Hessian is by the first threshold and the logarithms of the distances.
  gaps <- diff(b[-(1:k)])
  A <- diag(length(b)); A[-(1:k), -(1:k)] <- outer(1:(J - 1), 1:(J - 1), ">=") * rep(c(1, gaps), each = J - 1)
  H <- t(A) %*% d$H %*% A
  stopifnot(max(abs(b - start)) < 1e-3, max(abs(H - m$Hessian)) < 1e-3 * max(H), max(abs(colSums(d$score))) < 1e-9)
  m$coefficients <- b[1:k]; m$zeta <- b[-(1:k)]; m$fitted.values[] <- probabilities(b, X); m$Hessian[] <- H
  stopifnot(max(abs(estfun(m) - d$score)) < 1e-10, max(abs(vcov(m) %*% d$H - diag(length(b)))) < 1e-8)
  Vs <- covariances(m, length(b))
  ame <- lapply(setNames(terms, terms), function(term) {
    levels <- function(b) change(probabilities, b, X, term, term == "user")
    list(expected = marginal(function(b) sum(values * levels(b)), b, Vs), levels = marginal(levels, b, Vs))
  })
  logLik <- sum(log(m$fitted.values[cbind(1:n, y)])); counts <- table(y)
  list(outcome = outcome, names = names(b), coefficients = I(unname(b)), logLik = logLik,
       mcFadden = 1 - logLik / sum(counts * log(counts / n)),
       vcov = lapply(Vs, function(V) tests(b, V)), ame = ame)
}

write_reference("logit.json", list(
  panel = as.list(panel[c("unit", "year", "group", "user", "x", "size", "y", "score", "uneven")]),
  binary = list(
    user = binary(y ~ user, "user"),
    plain = binary(y ~ x + user, c("x", "user")),
    years = binary(y ~ 0 + yearf + user, "user"),
    full = binary(y ~ 0 + yearf + x + user + size, c("x", "user", "size")),
    origin = binary(y ~ 0 + x + user, c("x", "user")),
    trend = binary(y ~ year + user, c("year", "user"))),
  ordered = list(
    user = ordered_logit("score", "user", "user"),
    plain = ordered_logit("score", "x + user", c("x", "user")),
    years = ordered_logit("score", "I(year == 2016) + I(year == 2017) + I(year == 2018) + I(year == 2019) + x + user", c("x", "user")),
    uneven = ordered_logit("uneven", "x + user", c("x", "user")))),
  c("sandwich", "MASS"))
