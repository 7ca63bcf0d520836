# Reference for test/inference/non-response.test.ts:  Rscript non-response.R   (in this folder)
# A survey of units with non-response: glm's probabilities of an answer, stabilised inverse-probability weights cut at their
# 1st and 99th percentile (quantile, type 7), lm(weights =) on the unit-years of users and non-users, sandwich.
# The units are written to non-response.csv: what the test reads is what was estimated here.
library(sandwich)
source("write-json.R")
RNGversion("4.0.0"); set.seed(20210617)

# A: one municipality and seven districts, which lack covariates. The last unit is left out of the survey and of the last year.
n <- 80
units <- data.frame(unit = sprintf("k%02d", 1:n), group = c("A", rep("A", 7), sample(rep(c("B", "C", "D"), each = 24))),
                    size = round(exp(rnorm(n, 9, 1.6))), share = round(rnorm(n, 20, 4), 2))
districts <- 2:8
units[districts, c("size", "share")] <- NA
z <- ifelse(is.na(units$size), 0, log(units$size) - 9)
answered <- runif(n) < plogis(0.5 + 0.6 * z)
answered[1] <- FALSE
answered[districts] <- c(TRUE, TRUE, FALSE, TRUE, TRUE, FALSE, TRUE)
answered[n] <- FALSE
units$status <- ifelse(!answered, "unknown", sample(c("user", "non-user", "other"), n, TRUE, c(0.5, 0.38, 0.12)))
panel <- merge(units, data.frame(year = 2016:2018))
panel <- panel[order(panel$unit, panel$year), ]
panel <- panel[!(panel$unit == units$unit[n] & panel$year == 2018), ]
zp <- ifelse(is.na(panel$size), 0, log(panel$size) - 9)
panel$y <- round(50 + 8 * zp + (panel$status == "user") * (6 - 5 * zp) + rnorm(nrow(panel), 0, 9) +
                   rnorm(n, 0, 6)[match(panel$unit, units$unit)], 2)
write.csv(panel, "non-response.csv", row.names = FALSE, quote = FALSE, na = "")

stopifnot(max(units$size, na.rm = TRUE) / min(units$size, na.rm = TRUE) > 100)
asked <- units[units$unit != units$unit[n], ]
asked$r <- as.numeric(asked$status != "unknown")
full <- !is.na(asked$size)
# A holds one unit with covariates: it is joined with the next group.
asked$class <- factor(ifelse(asked$group == "A", "B", asked$group))
fit <- glm(r ~ log(size) + share + class, binomial, asked[full, ], control = glm.control(epsilon = 1e-14))
asked$p <- NA
asked$p[full] <- fitted(fit)
asked$p[!full] <- mean(asked$r[!full])
raw <- ifelse(asked$r == 1, mean(asked$r) / asked$p, 0)
limits <- quantile(raw[raw > 0], c(0.01, 0.99), type = 7)
asked$w <- ifelse(asked$r == 1, pmin(pmax(raw, limits[1]), limits[2]), 0)

largest <- function(w) max(sapply(list(log(asked$size[full]), asked$share[full]), function(v) {
  r <- asked$r[full] == 1
  abs(weighted.mean(v, w[full]) - mean(v)) / sqrt((var(v[r]) + var(v)) / 2)
}))

cell <- function(rows, formula, cluster = NULL) {
  d <- panel[rows & panel$status %in% c("user", "non-user"), ]
  d$user <- as.numeric(d$status == "user"); d$w <- asked$w[match(d$unit, asked$unit)]
  m <- lm(formula, d, weights = w)
  v <- if (is.null(cluster)) vcovHC(m, "HC1") else vcovCL(m, d$unit, type = "HC1")
  df <- if (is.null(cluster)) m$df.residual else length(unique(d$unit)) - 1
  b <- coef(m)[["user"]]; se <- sqrt(v["user", "user"])
  w <- asked$w[asked$unit %in% d$unit]
  list(estimate = b, se = se, p = 2 * pt(-abs(b / se), df), n = nrow(d), effective = sum(w)^2 / sum(w^2), largest = max(w))
}
wide <- function(y) { # 2018 minus 2016, on the rows of 2018
  before <- panel[panel$year == 2016, ]
  y - before$y[match(panel$unit, before$unit)]
}
panel$change <- wide(panel$y)
write_reference("non-response.json", list(
  unit = asked$unit, weights = asked$w, before = largest(asked$r), after = largest(asked$w),
  cells = list(totalt = cell(TRUE, y ~ user + factor(year), "unit"), `2017` = cell(panel$year == 2017, y ~ user),
               `diff2018-2016` = cell(panel$year == 2018, change ~ user))), "sandwich")
