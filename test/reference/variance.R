# Reference for test/stats/reml.test.ts and test/stats/reliability.test.ts:  Rscript variance.R   (in this folder; 20 s)
# Variance components by lme4. Its optimizer stops where the deviance no longer changes in double precision, about six
# digits into the variances; from there Fisher scoring on the REML score in dense matrices finds the root (`polished`).
source("write-json.R")
suppressMessages(library(lme4))
RNGversion("4.0.0"); set.seed(20210618)

# V = sum_k s_k Z_k Z_k' + s_e I; score_k = -(tr(P V_k) - y'P V_k P y)/2, information_kl = tr(P V_k P V_l)/2.
polish <- function(y, X, factors, start) {
  y <- y - mean(y) # X holds the constant
  parts <- c(lapply(factors, function(f) tcrossprod(model.matrix(~ 0 + factor(f)))), list(diag(length(y))))
  free <- start > 0
  score <- NULL
  for (i in 1:12) {
    V <- Reduce(`+`, Map(`*`, parts, start))
    Vi <- chol2inv(chol(V)); ViX <- Vi %*% X
    P <- Vi - ViX %*% solve(crossprod(X, ViX), t(ViX))
    PV <- lapply(parts, function(p) P %*% p); Py <- drop(P %*% y)
    score <- mapply(function(pv, p) -(sum(diag(pv)) - sum(Py * (p %*% Py))) / 2, PV, parts)
    info <- outer(seq_along(parts), seq_along(parts), Vectorize(function(a, b) sum(PV[[a]] * t(PV[[b]])) / 2))
    step <- solve(info[free, free], score[free])
    start[free] <- start[free] + step
    if (max(abs(step) / start[free]) < 1e-11) break
  }
  cat(names(factors), ":", i, "steps, the last", max(abs(step) / start[free]), "\n")
  stopifnot(max(abs(step) / start[free]) < 1e-9, all(score[!free] < 0))
  start
}

fit <- function(y, factors, x = NULL) {
  d <- data.frame(y = y, lapply(factors, factor)); if (!is.null(x)) d$x <- x
  formula <- as.formula(paste("y ~", if (is.null(x)) "1" else "x", paste0("+ (1 | ", names(factors), ")", collapse = " ")))
  m <- suppressMessages(lmer(formula, d, REML = TRUE, control = lmerControl(optimizer = "bobyqa",
    optCtrl = list(rhoend = 1e-12, maxfun = 1e5), calc.derivs = FALSE, check.conv.singular = "ignore")))
  v <- as.data.frame(VarCorr(m)); variances <- setNames(v$vcov, v$grp)[c(names(factors), "Residual")]
  polished <- polish(y, getME(m, "X"), factors, unname(variances))
  list(y = y, factors = lapply(factors, function(f) as.integer(factor(f)) - 1L), x = if (!is.null(x)) x,
       levels = sapply(factors, function(f) length(unique(f))), lme4 = unname(variances), polished = polished,
       criterion = REMLcrit(m), coefficients = I(unname(fixef(m))))
}
grid <- function(units, years) expand.grid(year = seq_len(years), unit = seq_len(units))
effect <- function(f, sd) rnorm(max(f), sd = sd)[f]

cases <- list()
d <- grid(30, 5)
cases$balanced <- fit(50 + effect(d$unit, 8) + effect(d$year, 4) + rnorm(150, sd = 10), list(unit = d$unit, year = d$year))
d <- grid(80, 5); d$lan <- sample(8, 80, TRUE)[d$unit]; d <- d[runif(nrow(d)) > .15, ]
cases$unbalancedNested <- fit(effect(d$unit, 2) + effect(d$lan, 1.5) + effect(d$year, .7) + rnorm(nrow(d)),
                              list(lan = d$lan, year = d$year, unit = d$unit))
d$group <- sample(9, nrow(d), TRUE)
cases$crossedGroups <- fit(effect(d$unit, 1) + effect(d$group, 1) + effect(d$year, .5) + rnorm(nrow(d)),
                           list(unit = d$unit, group = d$group, year = d$year))
g <- tapply(d$lan, d$unit, `[`, 1)
noGroup <- ave(effect(d$unit, 2), d$lan, FUN = function(v) v - mean(v)) + effect(d$year, 1) + rnorm(nrow(d))
cases$groupAtZero <- fit(noGroup, list(unit = d$unit, lan = d$lan, year = d$year))
noYear <- effect(d$unit, 1) + effect(d$lan, .8) + rnorm(nrow(d)); noYear <- noYear - ave(noYear, d$year)
cases$yearAtZero <- fit(noYear, list(unit = d$unit, lan = d$lan, year = d$year))
noise <- rnorm(nrow(d)); noise <- noise - ave(noise, d$unit); noise <- noise - ave(noise, d$year)
cases$unitAtZero <- fit(noise, list(unit = d$unit, year = d$year))
d <- grid(150, 5); d$lan <- sample(21, 150, TRUE)[d$unit]; d <- d[runif(nrow(d)) > .08, ]
p <- pnorm(-.3 + effect(d$unit, 1) + effect(d$lan, .5) + .1 * d$year)
cases$binary <- fit(100 * (runif(nrow(d)) < p), list(unit = d$unit, lan = d$lan, year = d$year))
cases$largeLevel <- fit(1e5 + effect(d$unit, 100) + effect(d$year, 30) + rnorm(nrow(d)), list(unit = d$unit, year = d$year))
x <- rnorm(nrow(d))
cases$fixed <- fit(3 + 2 * x + effect(d$unit, 1) + effect(d$lan, .6) + rnorm(nrow(d)), list(unit = d$unit, lan = d$lan), x)
one <- rep(1:12, c(1, 2, 2, 3, 5, 8, 9, 9, 12, 20, 1, 3))
cases$oneFactor <- fit(effect(one, 1) + rnorm(length(one)), list(group = one))
stopifnot(all(sapply(cases, function(k) max(abs(k$lme4 / k$polished - 1), na.rm = TRUE)) < 1e-4))

# Answers of units over years, 0/1 and 0/1/2, some missing: agreement, correlation and kappa by distance.
retest <- function(m, ordinal = FALSE) lapply(1:(ncol(m) - 1), function(k) {
  a <- as.vector(m[, 1:(ncol(m) - k)]); b <- as.vector(m[, (1 + k):ncol(m)])
  centred <- sweep(m, 2, colMeans(m, na.rm = TRUE))
  ca <- as.vector(centred[, 1:(ncol(m) - k)]); cb <- as.vector(centred[, (1 + k):ncol(m)])
  ok <- !is.na(a) & !is.na(b); tab <- table(factor(a[ok], 0:2), factor(b[ok], 0:2)) / sum(ok)
  chance <- sum(rowSums(tab) * colSums(tab))
  list(distance = k, pairs = sum(ok), agreement = mean(a[ok] == b[ok]), correlation = cor(ca[ok], cb[ok]),
       kappa = (sum(diag(tab)) - chance) / (1 - chance))
})
flips <- function(m) {
  rows <- apply(m, 1, function(r) { r <- r[!is.na(r)]; paste(r, collapse = "") })
  base <- nchar(rows) >= 3
  list(base = sum(base), units = sum(grepl("010|101", rows[base])))
}
own <- rnorm(60)
binary <- sapply(1:5, function(t) as.integer(own + rnorm(60) + .1 * t > 0)); binary[runif(300) < .2] <- NA
ordinal <- sapply(1:4, function(t) as.integer(cut(own + rnorm(60, sd = .7), c(-9, -.5, .5, 9))) - 1L); ordinal[runif(240) < .1] <- NA
rows <- function(m) lapply(seq_len(nrow(m)), function(i) I(m[i, ]))
write_reference("variance.json", list(cases = cases,
  retest = list(binary = list(answers = rows(binary), distances = retest(binary), flips = flips(binary)),
                ordinal = list(answers = rows(ordinal), distances = retest(ordinal)))), c("lme4", "Matrix"))
