# Reference for test/stats/cluster-robust-reference.test.ts:  Rscript cluster-robust.R   (in this folder)
# On a simulated unbalanced panel with few clusters of unequal size: HC4 and three-way clustering with and without the
# positive-semidefinite fix (sandwich), CR2 and CR3 with Satterthwaite df, p and 95 % intervals (clubSandwich), and the
# cluster jackknife by refitting without each cluster (lm).
#
# clubSandwich is given the regression with dummies. Where these lie within the clusters, its CR3 would invert a
# singular matrix: there it is given the variables with the nested effect taken out (`within`), and must agree with the
# jackknife of the regression with dummies.
suppressMessages({library(sandwich); library(clubSandwich)})
source("write-json.R")
RNGversion("4.0.0"); set.seed(20230331)

units <- 36
panel <- expand.grid(unit = 0:(units - 1), year = 2016:2020)
panel$group <- c(rep(0, 13), rep(1, 9), rep(2:8, each = 2))[panel$unit + 1]
panel$cell <- (panel$unit * 7 + panel$year) %% 5
panel$user <- as.numeric(panel$unit %in% c(1, 4, 9, 17, 20, 28))
a <- rnorm(units, sd = 10)
panel$x <- rnorm(nrow(panel)) + 0.05 * a[panel$unit + 1]
panel$w <- round(exp(rnorm(nrow(panel), sd = 0.7)), 3)
panel$y <- 50 + 3 * panel$x + 4 * panel$user + a[panel$unit + 1] + rnorm(nrow(panel), sd = 5 + 3 * abs(panel$x))
panel <- panel[runif(nrow(panel)) > 0.2, ]
panel <- panel[panel$unit %in% names(which(table(panel$unit) > 1)), ]
panel <- panel[sample(nrow(panel)), ]
rownames(panel) <- NULL
panel$yeart <- factor(panel$year); panel$unitf <- factor(panel$unit); panel$groupf <- factor(panel$group)

satterthwaite <- function(m, cluster, type, terms) {
  V <- vcovCR(m, cluster = cluster, type = type)
  test <- coef_test(m, vcov = V, test = "Satterthwaite", coefs = terms)
  interval <- conf_int(m, vcov = V, level = 0.95, test = "Satterthwaite", coefs = terms)
  list(se = I(test$SE), t = I(test$tstat), df = I(test$df_Satt), p = I(test$p_Satt), low = I(interval$CI_L), high = I(interval$CI_U))
}
# sqrt of the diagonal of (G-1)/G sum (b_g - b)(b_g - b)'
jackknife <- function(formula, data, cluster, terms, weights = rep(1, nrow(data))) {
  data$.w <- weights
  full <- coef(lm(formula, data, weights = .w))[terms]
  ids <- unique(cluster); G <- length(ids)
  deviations <- vapply(ids, function(g) coef(lm(formula, data[cluster != g, ], weights = .w))[terms] - full, full)
  I(unname(sqrt((G - 1) / G * rowSums(matrix(deviations, length(terms))^2))))
}
demean <- function(v, by) v - ave(v, by)

b <- c("(Intercept)", "x", "user")
pooled <- lm(y ~ x + user, panel)
weighted <- lm(y ~ x + user, panel, weights = w)
yearly <- lm(y ~ x + user + yeart, panel)
yearlyWeighted <- lm(y ~ x + user + yeart, panel, weights = w)
byUnit <- lm(y ~ x + unitf, panel)
byBoth <- lm(y ~ x + unitf + yeart, panel)
within <- data.frame(y = demean(panel$y, panel$unit), x = demean(panel$x, panel$unit))
D <- apply(model.matrix(~ yeart, panel)[, -1], 2, demean, by = panel$unit)
withinUnit <- lm(y ~ x - 1, within)
withinBoth <- lm(y ~ x + D - 1, within)

clustered <- list(
  list(model = "pooled", by = "unit", type = "CR2", r = satterthwaite(pooled, panel$unit, "CR2", b)),
  list(model = "pooled", by = "group", type = "CR2", r = satterthwaite(pooled, panel$group, "CR2", b)),
  list(model = "pooled", by = "unit", type = "CR3", r = satterthwaite(pooled, panel$unit, "CR3", b)),
  list(model = "pooled", by = "group", type = "CR3", r = satterthwaite(pooled, panel$group, "CR3", b)),
  list(model = "weighted", by = "unit", type = "CR3", r = satterthwaite(weighted, panel$unit, "CR3", b)),
  list(model = "weighted", by = "group", type = "CR3", r = satterthwaite(weighted, panel$group, "CR3", b)),
  list(model = "year", by = "unit", type = "CR2", r = satterthwaite(yearly, panel$unit, "CR2", b[-1])),
  list(model = "year", by = "group", type = "CR2", r = satterthwaite(yearly, panel$group, "CR2", b[-1])),
  list(model = "year", by = "group", type = "CR3", r = satterthwaite(yearly, panel$group, "CR3", b[-1])),
  list(model = "yearWeighted", by = "group", type = "CR3", r = satterthwaite(yearlyWeighted, panel$group, "CR3", b[-1])),
  list(model = "unit", by = "unit", type = "CR2", r = satterthwaite(byUnit, panel$unit, "CR2", "x")),
  list(model = "unit", by = "group", type = "CR2", r = satterthwaite(byUnit, panel$group, "CR2", "x")),
  list(model = "unit", by = "year", type = "CR2", r = satterthwaite(byUnit, panel$year, "CR2", "x")),
  list(model = "unit", by = "unit", type = "CR3", r = satterthwaite(withinUnit, panel$unit, "CR3", "x")),
  list(model = "unit", by = "group", type = "CR3", r = satterthwaite(withinUnit, panel$group, "CR3", "x")),
  list(model = "unitYear", by = "unit", type = "CR2", r = satterthwaite(byBoth, panel$unit, "CR2", "x")),
  list(model = "unitYear", by = "group", type = "CR2", r = satterthwaite(byBoth, panel$group, "CR2", "x")),
  list(model = "unitYear", by = "group", type = "CR3", r = satterthwaite(withinBoth, panel$group, "CR3", "x")))

jackknifed <- list(
  list(model = "pooled", by = "group", se = jackknife(y ~ x + user, panel, panel$group, b)),
  list(model = "weighted", by = "group", se = jackknife(y ~ x + user, panel, panel$group, b, panel$w)),
  list(model = "year", by = "unit", se = jackknife(y ~ x + user + yeart, panel, panel$unit, b[-1])),
  list(model = "yearWeighted", by = "group", se = jackknife(y ~ x + user + yeart, panel, panel$group, b[-1], panel$w)),
  list(model = "unitYear", by = "unit", se = jackknife(y ~ x + unitf + yeart, panel, panel$unit, "x")),
  list(model = "unitYear", by = "group", se = jackknife(y ~ x + unitf + yeart, panel, panel$group, "x")),
  list(model = "unitWeighted", by = "group", se = jackknife(y ~ x + unitf, panel, panel$group, "x", panel$w)))

hc4 <- function(m, terms) I(unname(sqrt(diag(vcovHC(m, type = "HC4"))[terms])))
HC4 <- list(pooled = hc4(pooled, b), weighted = hc4(weighted, b), year = hc4(yearly, b[-1]), unitYear = hc4(byBoth, "x"))

# sandwich's factor for each part is G/(G-1); type HC1 adds (n-1)/(n-k).
ways <- function(by, fix) vcovCL(pooled, cluster = panel[by], type = "HC1", cadjust = TRUE, multi0 = FALSE, fix = fix)
matrices <- lapply(list(c("unit", "year", "cell"), c("group", "year", "cell"), c("year", "cell")), function(by)
  list(by = by, plain = unname(ways(by, FALSE)), fixed = unname(ways(by, TRUE)),
       negative = any(eigen(ways(by, FALSE))$values < 0) + 0))
print(lapply(matrices, `[[`, "negative"))

columns <- c("unit", "year", "group", "cell", "user", "x", "w", "y")
write_reference("cluster-robust.json",
  list(panel = as.list(panel[columns]), clustered = clustered, jackknifed = jackknifed, HC4 = HC4, multiWay = matrices),
  c("sandwich", "clubSandwich"))
