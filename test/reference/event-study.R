# Reference for test/stats/event-study-reference.test.ts:  Rscript event-study.R   (in this folder; needs fixest)
# The event study by fixest on simulated panels of staggered adoption: sunab (every cohort and event time, the means by
# event time, the ATT), leads and lags by i(), the static two-way coefficient, first differences by d(). Which rows enter
# is decided here, by hand, from the rules in `eventSample`; fixest takes a cohort before the first year as never treated.
#
# What fixest has no function for is made of its coefficients and covariances: the Wald test of the leads of sunab (of
# the means by event time; fixest's own is of every cohort's, with n - k df), and the weights of the two-way coefficients
# by regressing every cohort-period dummy on the regressors. `plain` is the same estimator by lm and sandwich alone.
suppressMessages({library(fixest); library(sandwich)})
source("write-json.R")
RNGversion("4.0.0"); set.seed(20210225)
setFixest_notes(FALSE); setFixest_nthreads(1)
# k: the regressors and the year effects; not the unit effects, which lie within the clusters.
small <- ssc(adj = TRUE, fixef.K = "nested", cluster.adj = TRUE, cluster.df = "conventional")
exact <- list(fixef.tol = 1e-11, fixef.iter = 1e5)
feolsx <- function(f, data, cluster) do.call(feols, c(list(f, data = data, cluster = cluster, ssc = small, notes = FALSE), exact))

NEVER <- 10000
simulate <- function(units, years, cohorts, missing = 0) {
  d <- expand.grid(year = years, unit = seq_len(units) - 1)
  d$cohort <- sample(cohorts, units, TRUE)[d$unit + 1]
  d$region <- d$unit %% 12
  a <- rnorm(units, sd = 8); r <- matrix(rnorm(12 * length(years), sd = 2), 12)
  time <- d$year - d$cohort
  effect <- ifelse(time >= 0, 3 + 1.5 * time - 0.8 * (d$cohort - min(cohorts)), 0)
  d$y <- 50 + a[d$unit + 1] + 1.2 * (d$year - years[1]) + r[cbind(d$region + 1, d$year - years[1] + 1)] + effect + rnorm(nrow(d), sd = 4)
  d <- d[runif(nrow(d)) >= missing, c("unit", "year", "cohort", "region", "y")]
  d <- d[sample(nrow(d)), ]
  rownames(d) <- NULL
  d
}
# The rows that are left when units and years with one row are gone.
shared <- function(d) { while (any(one <- ave(d$y, d$unit, FUN = length) == 1 | ave(d$y, d$year, FUN = length) == 1)) d <- d[!one, ]; d }

never <- simulate(60, 2016:2021, c(2018, 2019, 2020, NEVER))
lastTreated <- simulate(50, 2016:2021, c(2018, 2019, 2021))
oneCohort <- simulate(40, 2016:2020, c(2018, NEVER))
# With always-treated units (2016 and before), units treated after the data (2030), holes, a cohort without its reference
# year (2019 lacks 2018) and a year without controls (2022).
rough <- simulate(110, 2016:2022, c(2014, 2016, 2018, 2019, 2020, 2030, NEVER), missing = 0.4)
rough <- rough[!(rough$cohort == 2019 & rough$year == 2018) & !(rough$cohort > 2022 & rough$year == 2022), ]

cases <- list(
  never = list(data = never, used = never),
  lastTreated = list(data = lastTreated, used = subset(lastTreated, year < 2021)),
  oneCohort = list(data = oneCohort, used = oneCohort),
  rough = list(data = rough, used = shared(subset(rough, cohort > 2016 & cohort != 2019 & year < 2022))))

interval <- function(b, se, df) list(estimate = I(b), se = I(se), t = I(b / se), p = I(2 * pt(-abs(b / se), df)),
  low = I(b - qt(0.975, df) * se), high = I(b + qt(0.975, df) * se))
wald <- function(b, V, df2) { f <- drop(b %*% solve(V, b)) / length(b); list(f = f, df = length(b), df2 = df2, p = pf(f, length(b), df2, lower.tail = FALSE)) }

study <- function(d, by) {
  cluster <- as.formula(paste0("~", by))
  df <- length(unique(d[[by]])) - 1
  last <- max(d$year)
  d$g <- ifelse(d$cohort > last, NEVER, d$cohort)
  d$time <- ifelse(d$g == NEVER, -1, d$year - d$g)
  d$treated <- as.numeric(d$g != NEVER & d$year >= d$g)
  sa <- feolsx(y ~ sunab(g, year) | unit + year, d, cluster)
  byTime <- summary(sa)$coeftable; att <- summary(sa, agg = "att")$coeftable
  b <- sa$coefficients; V <- vcov(sa, cluster = cluster, ssc = small, attr = FALSE)
  name <- regmatches(names(b), regexec("year::(-?[0-9]+):cohort::([0-9]+)", names(b)))
  times <- as.integer(sapply(name, `[`, 2)); cohorts <- as.integer(sapply(name, `[`, 3))
  rows <- mapply(function(g, l) sum(d$g == g & d$time == l), cohorts, times)
  leads <- sort(unique(times[times < -1 & times >= -3]))
  W <- sapply(leads, function(l) ifelse(times == l, rows, 0) / sum(rows[times == l]))
  o <- order(cohorts, times)
  # The same by lm with dummies, and sandwich; vcovCL counts all dummies in k, the estimator here only the years'.
  X <- sapply(o, function(j) as.numeric(d$g == cohorts[j] & d$time == times[j]))
  dense <- lm(d$y ~ X + factor(d$unit) + factor(d$year))
  at <- 1 + seq_along(o); n <- nrow(d); k <- length(o) + length(unique(d$year))
  meat <- vcovCL(dense, cluster = d[[by]], type = "HC0", cadjust = TRUE)[at, at] * (n - 1) / (n - k)

  tw <- feolsx(y ~ i(time, ref = -1) | unit + year, d, cluster)
  twTimes <- as.integer(sub("time::", "", names(coef(tw))))
  twSe <- sqrt(diag(vcov(tw, cluster = cluster, ssc = small)))
  cells <- data.frame(g = cohorts, l = times)[o, ]
  # Weights of every cell in each coefficient: its dummy as the outcome.
  D <- sapply(twTimes, function(l) as.numeric(d$time == l & d$g != NEVER))
  fixed <- model.matrix(~ factor(unit) + factor(year), d)
  omega <- t(sapply(seq_along(o), function(j) qr.coef(qr(cbind(D, fixed)), X[, j])[seq_along(twTimes)]))
  foreign <- sapply(seq_along(twTimes), function(j) { other <- cells$l != twTimes[j]; c(sum(abs(omega[other, j])), sum(omega[other, j] * b[o][other])) })
  static <- feolsx(y ~ treated | unit + year, d, cluster)
  weights <- sapply(which(cells$l >= 0), function(j) qr.coef(qr(cbind(d$treated, fixed)), X[, j])[1])
  fd <- feolsx(d(y) ~ d(treated) | year, panel(d, ~ unit + year), cluster)
  list(n = nobs(sa), df = df, clusters = df + 1,
    cells = list(cohort = I(cells$g), time = I(cells$l), rows = I(rows[o]), estimate = I(unname(b[o])), se = I(unname(sqrt(diag(V))[o])),
      plain = I(unname(coef(dense)[at])), plainSe = I(unname(sqrt(diag(meat))))),
    effects = c(list(time = I(as.integer(sub("year::", "", rownames(byTime))))), interval(unname(byTime[, 1]), unname(byTime[, 2]), df)),
    att = interval(att[1, 1], att[1, 2], df),
    leads = wald(drop(b %*% W), t(W) %*% V %*% W, df),
    twoWay = c(list(time = I(twTimes)), interval(unname(coef(tw)), unname(twSe), df), list(foreignWeight = I(foreign[1, ]), foreignPart = I(foreign[2, ]))),
    twoWayLeads = { j <- which(twTimes %in% leads); wald(coef(tw)[j], vcov(tw, cluster = cluster, ssc = small, attr = FALSE)[j, j], df) },
    static = interval(unname(coef(static)), unname(se(static)), df),
    weights = list(cells = length(weights), negative = sum(weights < -1e-12), sum = sum(weights[weights < -1e-12])),
    differences = c(interval(unname(coef(fd)), unname(se(fd)), degrees_freedom(fd, "t")), list(n = nobs(fd), df = degrees_freedom(fd, "t"))))
}

panel_of <- function(d) list(unit = I(d$unit), year = I(d$year), cohort = I(d$cohort), region = I(d$region), y = I(d$y))
out <- lapply(cases, function(case) list(panel = panel_of(case$data), unit = study(case$used, "unit"), region = study(case$used, "region")))
stopifnot(all.equal(unname(unlist(out$rough$unit$cells$estimate)), unname(unlist(out$rough$unit$cells$plain)), tolerance = 1e-9))
print(lapply(out, function(case) c(n = case$unit$n, rows = length(case$panel$y), unlist(case$unit$weights), foreign = max(case$unit$twoWay$foreignWeight))))
write_reference("event-study.json", list(cases = out), c("fixest", "sandwich"))
