# Reference for test/stats/regression-reference.test.ts:  Rscript regression.R   (in this folder)
# A simulated panel (units x years, unbalanced, units within groups), and for each model the coefficients and, for each
# covariance, standard errors, t, p and 95 % intervals of the regressors.
#
# fixest is not used: its small-sample convention is written out. All cluster covariances start from
# sandwich::vcovCL(type = "HC0", cadjust = FALSE) on the regression with dummies (its scores and bread, in the
# rows of the regressors, are those of the absorbed model by Frisch-Waugh-Lovell) and are multiplied by
#   G/(G-1) * (n-1)/(n-K)
# with K as fixest's ssc(adj = TRUE, fixef.K = "nested", cluster.adj = TRUE) counts it: regressors plus the parameters
# of absorbed effects not nested in a cluster, the constant (1) where all are nested; "count": K = rank of all dummies.
suppressMessages({library(sandwich); library(lmtest)})
source("write-json.R")
RNGversion("4.0.0"); set.seed(20210617)

units <- 60; years <- 2016:2020
panel <- expand.grid(unit = 0:(units - 1), year = years)
panel$group <- panel$unit %% 7
panel$user <- as.numeric((panel$unit * 13) %% 10 < 4)
a <- rnorm(units, sd = 12); g <- rnorm(7, sd = 6)
panel$x <- rnorm(nrow(panel)) + 0.05 * a[panel$unit + 1]
panel$w <- round(exp(rnorm(nrow(panel), sd = 0.6)), 3)
panel$y <- 50 + 3 * panel$x + 4 * panel$user + a[panel$unit + 1] + g[panel$group + 1] + 2 * (panel$year - 2016) +
  rnorm(nrow(panel), sd = 5 + 3 * abs(panel$x))
panel <- panel[runif(nrow(panel)) > 0.15, ]
panel <- panel[panel$unit != 59 | panel$year == min(panel$year[panel$unit == 59]), ]  # one singleton
panel <- panel[sample(nrow(panel)), ]
rownames(panel) <- NULL

# coeftest and coefci on the terms' block only: dummies may have a negative two-way variance.
full <- function(m, V, df, terms) {
  V <- V[terms, terms, drop = FALSE]
  part <- list(coefficients = coef(m)[terms], df.residual = df)
  class(part) <- "terms_only"
  ct <- coeftest(part, vcov. = V, df = df)
  ci <- coefci(part, vcov. = V, df = df)
  list(df = df, se = unname(ct[, 2]), t = unname(ct[, 3]), p = unname(ct[, 4]), low = unname(ci[, 1]), high = unname(ci[, 2]))
}
coef.terms_only <- function(object, ...) object$coefficients
raw <- function(m, cl) vcovCL(m, cluster = cl, type = "HC0", cadjust = FALSE)
groups <- function(v) length(unique(v))
cr1 <- function(m, cl, K) { n <- nobs(m); G <- groups(cl); raw(m, cl) * G / (G - 1) * (n - 1) / (n - K) }

# effects: names of the columns that the other side absorbs (dummies here). second: the second cluster dimension; not
# the year where year dummies are among the terms, whose scores sum to zero in every year.
describe <- function(formula, data, terms, effects = character(), weights = NULL, second = "year") {
  data$.w <- if (is.null(weights)) rep(1, nrow(data)) else weights
  m <- if (is.null(weights)) lm(formula, data) else lm(formula, data, weights = .w)
  n <- nobs(m); k <- m$rank
  stopifnot(!anyNA(coef(m)[terms]))
  out <- list(n = n, k = k, second = second, terms = terms, coefficients = unname(coef(m)[terms]), r2 = summary(m)$r.squared, vcov = list())
  add <- function(name, V, df) out$vcov[[name]] <<- full(m, V, df, terms)
  keep <- names(coef(m))[!is.na(coef(m))]
  add("iid", vcov(m)[keep, keep], n - k)
  for (type in c("HC0", "HC1", "HC2", "HC3")) add(type, vcovHC(m, type = type)[keep, keep], n - k)
  nested_in <- function(effect, cl) all(tapply(cl, data[[effect]], groups) == 1)
  count_K <- function(clusters) {
    if (length(effects) == 0) return(k)
    nested <- vapply(effects, function(e) any(vapply(clusters, function(cl) nested_in(e, cl), TRUE)), TRUE)
    rest <- effects[!nested]
    if (length(rest) == 0) return(length(terms) + 1)
    dummies <- model.matrix(reformulate(paste0("factor(", rest, ")")), data)
    length(terms) + qr(dummies)$rank
  }
  for (by in unique(c("unit", "group", second))) {
    cl <- data[[by]]; G <- groups(cl)
    K <- count_K(list(cl))
    add(paste0("cluster:", by, "|discount"), cr1(m, cl, K), G - 1)
    add(paste0("cluster:", by, "|count"), cr1(m, cl, k), G - 1)
    out$K[[by]] <- K
  }
  c1 <- data$unit; c2 <- data[[second]]; c12 <- paste(c1, c2)
  G <- c(groups(c1), groups(c2), groups(c12))
  parts <- list(raw(m, c1), raw(m, c2), raw(m, c12))
  K <- count_K(list(c1, c2))
  own <- G / (G - 1); least <- rep(min(G) / (min(G) - 1), 3)
  for (nested in c("discount", "count")) {
    adj <- (n - 1) / (n - if (nested == "discount") K else k)
    combine <- function(f) adj * (f[1] * parts[[1]] + f[2] * parts[[2]] - f[3] * parts[[3]])
    add(paste0("twoway:own-g|", nested), combine(own), min(G) - 1)
    add(paste0("twoway:min-g|", nested), combine(least), min(G) - 1)
  }
  if (length(effects) == 0) {
    # where nothing is absorbed the package's own factors must say the same
    V <- vcovCL(m, cluster = data$unit, type = "HC1", cadjust = TRUE)
    stopifnot(all.equal(V[keep, keep], cr1(m, data$unit, k)[keep, keep], tolerance = 1e-12))
    V <- vcovCL(m, cluster = data[c("unit", second)], type = "HC1", cadjust = TRUE, multi0 = FALSE)
    add("twoway:own-g|sandwich", V[keep, keep], min(G) - 1)
  }
  out
}

without_singletons <- function(d, effects) repeat {
  alone <- Reduce(`|`, lapply(effects, function(e) table(d[[e]])[as.character(d[[e]])] == 1))
  if (!any(alone)) return(d)
  d <- d[!alone, ]
}
p1 <- without_singletons(panel, "unit")
b <- c("(Intercept)", "x", "user", paste0("factor(year)", 2017:2020))
models <- list(
  pooled = describe(y ~ x + user + factor(year), panel, b, second = "group"),
  pooledWeighted = describe(y ~ x + user + factor(year), panel, b, weights = panel$w, second = "group"),
  plain = describe(y ~ x + user, panel, c("(Intercept)", "x", "user")),
  throughOrigin = describe(y ~ x + user - 1, panel, c("x", "user")),
  year = describe(y ~ x + user + factor(year), panel, c("x", "user"), effects = "year"),
  unit = describe(y ~ x + factor(unit), p1, "x", effects = "unit"),
  unitYear = describe(y ~ x + factor(unit) + factor(year), p1, "x", effects = c("unit", "year")),
  unitYearWeighted = describe(y ~ x + factor(unit) + factor(year), p1, "x", effects = c("unit", "year"), weights = p1$w),
  groupYear = describe(y ~ x + user + factor(group) + factor(year), panel, c("x", "user"), effects = c("group", "year"))
)
# The same with a weight of 0 in every eleventh row.
zero <- panel$w * (seq_len(nrow(panel)) %% 11 != 0)
models$zeroWeights <- describe(y ~ x + user + factor(year), panel[zero > 0, ], b, weights = zero[zero > 0], second = "group")
models$zeroWeights$zero <- sum(zero == 0)

# Two effects whose graph falls apart: firms 0-4 only with teams 0-3, firms 5-9 only with teams 4-6.
n <- 90
apart <- data.frame(firm = rep(0:9, each = 9))
apart$team <- ifelse(apart$firm < 5, sample(0:3, n, TRUE), sample(4:6, n, TRUE))
apart$x <- rnorm(n); apart$y <- apart$x + apart$firm - apart$team + rnorm(n)
m <- lm(y ~ x + factor(firm) + factor(team), apart)
disconnected <- list(data = as.list(apart), k = m$rank, coefficient = unname(coef(m)["x"]),
                     se = coef(summary(m))["x", 2], hc3 = sqrt(vcovHC(m, type = "HC3")["x", "x"]))

# lm on Longley without and with a collinear column.
longley2 <- transform(longley, twice = 2 * GNP + 3 * Year)
stopifnot(is.na(coef(lm(Employed ~ GNP + Year + twice, longley2))["twice"]))

write_reference("regression.json",
  list(panel = as.list(panel), zero = zero, models = models, disconnected = disconnected),
  c("sandwich", "lmtest"))
