# Reference for test/fit/reference.test.ts:  Rscript formula.R   (in this folder)
# A small panel (one unit-year is not there), and for formulas of R the columns of model.matrix with the coefficients and
# classical standard errors of lm (null where lm has none), and HC1 of sandwich for those that are weighted or log.
#
# Conventions. Levels are sorted by code point (method = "radix"), numbers among them as text. R's poly() is evaluated
# before rows are dropped, so here it is given the rows of the subset; the lag is found by unit and year in the whole table.
# Names are those of the package, without blanks: `g=b` for R's `factor(g)b`.
suppressMessages(library(sandwich))
source("write-json.R")
RNGversion("4.0.0"); set.seed(20260610)

d <- expand.grid(year = 2015:2018, unit = sprintf("u%02d", 1:12), stringsAsFactors = FALSE)
n <- nrow(d)
d$g <- c("b", "a", "C", "ö")[sample(4, n, TRUE)]
d$h <- c("ja", "nej")[sample(2, n, TRUE)]
d$k <- c("10", "9")[sample(2, n, TRUE)]
d$x <- round(exp(rnorm(n)), 3)
d$z <- round(rnorm(n, 3, 2), 2)
d$w <- round(runif(n, 0.5, 3), 2)
d$y <- round(20 + 2 * d$x - d$z + (d$g == "b") * d$x + rnorm(n, sd = 2) + 3 * (d$h == "ja"), 3)
d <- d[-c(6, 23), ]
d <- d[sample(nrow(d)), ]
earlier <- function(v, k) v[match(paste(d$unit, d$year - k), paste(d$unit, d$year))]
d$x1 <- earlier(d$x, 1); d$y1 <- earlier(d$y, 1); d$z_1 <- earlier(d$z, -1); d$lx2 <- log(earlier(d$x, 2)); d$xl2 <- d$lx2
f <- function(v) factor(v, levels = sort(unique(v), method = "radix"))
d <- transform(d, G = f(g), H = f(h), K = f(k))

# ours, R's, and the rows and weights of R's
formulas <- list(
  list("y ~ x + z", y ~ x + z),
  list("y ~ x * factor(g)", y ~ x * G),
  list("y ~ x:factor(g)", y ~ x:G),
  list("y ~ x + x:factor(g)", y ~ x + x:G),
  list("y ~ factor(g) + x:factor(g)", y ~ G + x:G),
  list("y ~ factor(g) * factor(h)", y ~ G * H),
  list("y ~ factor(g):factor(h)", y ~ G:H),
  list("y ~ factor(h) + factor(g):factor(h)", y ~ H + G:H),
  list("y ~ factor(g):factor(h) + factor(h) + x:z", y ~ G:H + H + x:z),
  list("y ~ factor(g) * factor(h) * x - factor(g):factor(h):x", y ~ G * H * x - G:H:x),
  list("y ~ factor(h) * factor(k) * x", y ~ H * K * x),
  list("y ~ x * z - x", y ~ x * z - x),
  list("y ~ 0 + factor(g) + factor(h)", y ~ 0 + G + H),
  list("y ~ 0 + x + x:factor(g)", y ~ 0 + x + x:G),
  list("y ~ factor(g):factor(h) - 1", y ~ G:H - 1),
  list("y ~ 0 + x + factor(k) + factor(g):factor(k)", y ~ 0 + x + K + G:K),
  list("y ~ factor(g)*factor(h) - factor(g)", y ~ G * H - G),
  list("y ~ z + factor(g):z:x + x", y ~ z + G:z:x + x),
  list("y ~ poly(x, 3) + z", y ~ poly(x, 3) + z),
  list("y ~ poly(z, 2) * factor(h)", y ~ poly(z, 2) * H),
  list("y ~ poly(year, 3)", y ~ poly(year, 3)),
  list("log(y) ~ log(x) + z", log(y) ~ log(x) + z),
  list("I(y/100) ~ I(x^2) + I(-x^2 + 2*(z - 1)/x) + sqrt(x) + exp(-z)", I(y / 100) ~ I(x^2) + I(-x^2 + 2 * (z - 1) / x) + sqrt(x) + exp(-z)),
  list("y ~ I(x^2^0.5) + I(x - z - 1) + I(2^-x)", y ~ I(x^2^0.5) + I(x - z - 1) + I(2^-x)),
  list("y ~ x * factor(h)", y ~ x * H, weights = "w"),
  list("log(y) ~ poly(x, 2) + factor(g)", log(y) ~ poly(x, 2) + G, weights = "w"),
  list("y ~ poly(x, 2) + factor(g)", y ~ poly(x, 2) + G, subset = "year >= 2016 & !(g == 'ö' | x > 4)", rows = d$year >= 2016 & !(d$g == "ö" | d$x > 4)),
  list("y ~ x + factor(year)", y ~ x + f(year), subset = "g != \"C\" & z <= 5.5 & z > -1", rows = d$g != "C" & d$z <= 5.5 & d$z > -1, weights = "w"),
  list("y ~ lag(x, 1) + lag(y, 1)", y ~ x1 + y1),
  list("I(y - lag(y, 1)) ~ I(x - lag(x, 1)) + lag(z, -1)", I(y - y1) ~ I(x - x1) + z_1),
  list("y ~ log(lag(x, 2)) * factor(h)", y ~ lx2 * H),
  list("y ~ lag(log(x), 2) + x", y ~ xl2 + x),
  list("y ~ lag(x, 1)", y ~ x1, subset = "year == 2017", rows = d$year == 2017)
)

ours <- function(names) vapply(strsplit(gsub(" ", "", names), ":"), function(parts) {
  parts <- sub("^f\\(year\\)", "year=", sub("^([GHK])(.+)$", "\\L\\1\\E=\\2", parts, perl = TRUE))
  for (v in c("x", "y")) parts <- gsub(paste0("\\b", v, "1\\b"), paste0("lag(", v, ",1)"), parts)
  parts <- sub("^lx2$", "log(lag(x,2))", sub("^xl2$", "lag(log(x),2)", sub("^z_1$", "lag(z,-1)", parts)))
  paste(parts, collapse = ":")
}, "")
quoted <- function(text) if (is.null(text)) NULL else gsub("\"", "\\\\\"", text)

run <- function(case) {
  rows <- if (is.null(case$rows)) rep(TRUE, nrow(d)) else case$rows
  used <- d[rows, ]
  used$weight <- if (is.null(case$weights)) 1 else used[[case$weights]]
  formula <- case[[2]]
  m <- lm(formula, used, weights = weight)
  se <- rep(NA, length(coef(m))); robust <- se
  se[!is.na(coef(m))] <- coef(summary(m))[, 2]
  if (length(unique(used$weight)) > 1 || any(grepl("log", case[[1]]))) robust[!is.na(coef(m))] <- sqrt(diag(vcovHC(m, "HC1")))[!is.na(coef(m))]
  X <- model.matrix(formula, model.frame(m))
  list(formula = case[[1]], subset = quoted(case$subset), weights = case$weights, n = nobs(m),
    names = I(ours(colnames(X))), X = t(X), coefficients = I(unname(coef(m))), se = I(se), hc1 = I(robust), r2 = summary(m)$r.squared)
}
cases <- lapply(formulas, run)
columns <- c("unit", "year", "g", "h", "k", "x", "z", "w", "y")
write_reference("formula.json", list(data = lapply(d[columns], I), cases = cases), "sandwich")
