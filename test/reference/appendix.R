# An independent computation of every cell of tables 2-17, from the canonical data folder to the p-value, with
# base R and sandwich: nothing of the package is used. Writes estimate, standard error, p and n of each cell.
#
#   Rscript test/reference/appendix.R DATA_FOLDER CODEBOOK_FOLDER OUT.json
#
# Conventions: specification sections 2-6. Clustered: vcovCL(type = "HC1"), that is G/(G-1) (n-1)/(n-k), t with
# G-1 df; single years and changes: vcovHC(type = "HC1"), t with n-k df; ANOVA: aov.

suppressPackageStartupMessages({ library(sandwich); library(jsonlite) })
args <- commandArgs(trailingOnly = TRUE)
data_dir <- args[1]; codebook_dir <- args[2]; out_file <- args[3]
read <- function(f) read.csv(file.path(data_dir, f), colClasses = "character", na.strings = NULL, encoding = "UTF-8")
units <- read("units.csv"); answers <- read("answers.csv"); survey <- read("survey.csv"); care <- read("care-units.csv")
codebook <- fromJSON(file.path(codebook_dir, "codebook.json"), simplifyVector = FALSE)
published <- fromJSON(file.path(codebook_dir, "published-marks.json"), simplifyVector = FALSE)

years <- 2016:2020
U <- nrow(units); T <- length(years)
row_of <- match(answers$unit, units$unit); col_of <- match(as.integer(answers$year), years)
code <- suppressWarnings(as.numeric(answers$answer))
code[answers$answer == "Ja"] <- 1; code[answers$answer == "Delvis"] <- 0.5; code[answers$answer == "Nej"] <- 0
asked <- present <- matrix(FALSE, U, T); present[cbind(row_of, col_of)] <- TRUE
by_item <- split(seq_along(code), answers$indicator)
item <- function(id) {
  m <- matrix(NA_real_, U, T); r <- by_item[[id]]
  if (!is.null(r)) m[cbind(row_of[r], col_of[r])] <- code[r]
  m
}

score <- function(o) {
  rule <- o$rule
  if (rule$kind == "item") {
    y <- item(rule$item)
    type <- Filter(function(i) i$id == rule$item, codebook$items)[[1]]
    return(if (is.null(type$scale)) y else 100 * (y == 1))
  }
  parts <- lapply(rule$items, item)
  stack <- array(unlist(parts), c(U, T, length(parts)))
  if (rule$kind == "share-of-items") {
    got <- apply(!is.na(stack), 1:2, sum)
    y <- 100 * apply(stack, 1:2, sum, na.rm = TRUE) / got; y[got == 0] <- NA
    return(y)
  }
  joint <- if (is.null(rule$joint)) matrix(NA_real_, U, T) else item(rule$joint)
  if (rule$kind == "alcohol-drugs") {
    y <- parts[[1]] + parts[[2]]
    y[!is.na(joint)] <- 2 * joint[!is.na(joint)]
    return(y)
  }
  yes <- function(x) if (isTRUE(rule$partial)) x >= 0.5 else x == 1
  got <- apply(!is.na(stack), 1:2, any)
  y <- 100 * apply(yes(stack), 1:2, any, na.rm = TRUE); y[!got] <- NA
  y[!is.na(joint)] <- 100 * yes(joint[!is.na(joint)])
  y
}

status <- function(area) {
  s <- survey[survey$area == area, ]; at <- match(units$unit, s$unit)
  q <- s$quality_development[at]; n <- s$not_used[at]
  ifelse(is.na(at) | (q == "" & n == ""), "unknown", ifelse(q == "1", "user", ifelse(n == "1", "non-user", "other")))
}

# Time spent in the estimators alone, for the bench.
spent <- 0
timed <- function(expr) { start <- proc.time()[[3]]; value <- force(expr); spent <<- spent + proc.time()[[3]] - start; value }

tests <- function(fit, term, vcov, df) {
  b <- coef(fit)[[term]]; se <- sqrt(vcov[term, term])
  list(estimate = b, se = se, p = 2 * pt(-abs(b / se), df), n = nobs(fit))
}
clustered <- function(y, x, year, unit) {
  d <- data.frame(y = y, x = x, year = factor(year), unit = unit); d <- d[!is.na(d$y) & !is.na(d$x), ]
  timed({
    fit <- if (nlevels(droplevels(d$year)) > 1) lm(y ~ x + year, d) else lm(y ~ x, d)
    tests(fit, "x", vcovCL(fit, cluster = d$unit, type = "HC1"), length(unique(d$unit)) - 1)
  })
}
robust <- function(y, x) {
  d <- data.frame(y = y, x = x); d <- d[!is.na(d$y), ]
  timed({
    fit <- lm(y ~ x, d)
    tests(fit, "x", vcovHC(fit, type = "HC1"), df.residual(fit))
  })
}
one_way <- function(y, g) {
  a <- timed(anova(aov(y ~ factor(g))))
  list(estimate = a[1, 2] / sum(a[, 2]), se = NA, statistic = a[1, 4], p = a[1, 5], n = sum(!is.na(y)))
}
above <- function(a, b) a > b & abs(a - b) > 1e-9 * pmax(abs(a), abs(b))
unit_id <- matrix(rep(seq_len(U), T), U, T); year_id <- matrix(rep(years, each = U), U, T)

peer_dummy <- function(y, g) {
  m <- matrix(NA_real_, U, T)
  for (t in seq_len(T)) for (i in seq_len(U)) {
    others <- y[g == g[i] & seq_len(U) != i, t]; others <- others[!is.na(others)]
    if (length(others)) m[i, t] <- mean(others)
  }
  D <- matrix(NA_real_, U, T)
  for (t in seq_len(T)) {
    mt <- m[present[, t] & !is.na(m[, t]), t]
    if (length(mt)) D[, t] <- as.numeric(above(m[, t], rep(quantile(mt, 0.75, type = 7, names = FALSE), U)))
  }
  D
}
shift <- function(m, h) cbind(matrix(NA_real_, nrow(m), h), m[, seq_len(ncol(m) - h), drop = FALSE])

cells <- list()
add <- function(id, r) cells[[length(cells) + 1]] <<- c(list(id = id), r)
outcome_of <- function(area, row, group) Filter(function(o) o$area == area && o$row == row && identical(o$group, group), codebook$outcomes)[[1]]

for (t in published) {
  kind <- strsplit(t$kind, ":")[[1]]
  for (r in t$rows) {
    if (kind[1] == "staffing") next
    o <- outcome_of(t$area, r$label, r$group)
    y <- score(o); last <- if (o$survey == "kommun") 2020 else 2019
    y[, years > last] <- NA; y[!present] <- NA
    id <- function(column) paste(t$table, o$id, column, sep = "/")
    if (kind[1] == "users") {
      s <- status(t$area); x <- ifelse(s == "user", 1, ifelse(s == "non-user", 0, NA)); X <- matrix(x, U, T)
      add(id("totalt"), clustered(c(y), c(X), c(year_id), c(unit_id)))
      for (k in seq_len(T)) add(id(years[k]), robust(y[!is.na(x), k], x[!is.na(x)]))
      add(id("diff2020-2016"), robust((y[, 5] - y[, 1])[!is.na(x)], x[!is.na(x)]))
    } else if (kind[1] == "anova") {
      for (g in c("lan", "kommungrupp", "socioek")) {
        G <- matrix(units[[g]], U, T)
        add(id(paste0("period:", g)), one_way(c(y), c(G)))
        add(id(paste0("sista:", g)), one_way(y[, years == last], units[[g]]))
      }
    } else {
      D <- peer_dummy(y, units[[kind[2]]]); user <- status(t$area) == "user"
      for (h in 1:2) {
        Dh <- shift(D, h); yh <- shift(y, h)
        keep <- year_id >= 2016 + h & year_id <= last & present
        better <- 100 * above(y, yh)
        for (who in c("alla", "anvandare")) {
          k <- keep & (if (who == "alla") TRUE else matrix(user, U, T))
          add(id(paste0("niva:", who, ":t-", h)), clustered(y[k], Dh[k], year_id[k], unit_id[k]))
          add(id(paste0("forbattring:", who, ":t-", h)), clustered(better[k], Dh[k], year_id[k], unit_id[k]))
        }
      }
    }
  }
}

for (t in Filter(function(t) startsWith(t$kind, "staffing"), published)) {
  kind <- strsplit(t$kind, ":")[[1]][2]; user <- status(t$area) == "user"
  for (r in t$rows) {
    measure <- Filter(function(m) m$row == r$label, codebook$measures)[[1]]$id
    d <- care[care$measure == measure & (kind == "alla" | care$kind == "demens") & care$value != "", ]
    d$value <- as.numeric(d$value)
    cell <- list(factor(d$unit, levels = units$unit), factor(d$year, levels = years))
    count <- tapply(d$value, cell, length, default = 0); mean_ <- tapply(d$value, cell, mean)
    min_ <- tapply(d$value, cell, min); max_ <- tapply(d$value, cell, max)
    spread <- (max_ - min_) / mean_; spread[count < 2] <- NA
    D <- apply(spread, 2, function(s) if (all(is.na(s))) s else as.numeric(above(s, rep(quantile(s, 0.75, type = 7, na.rm = TRUE, names = FALSE), U))))
    for (h in 1:2) for (who in c("alla", "anvandare")) {
      k <- year_id >= 2016 + h & year_id <= 2019 & (if (who == "alla") TRUE else matrix(user, U, T))
      Dh <- shift(D, h)
      for (out in c("genomsnitt", "minimum")) {
        v <- if (out == "genomsnitt") mean_ else min_
        change <- v - shift(v, h)
        add(paste(t$table, measure, paste0(out, ":", who, ":t-", h), sep = "/"), clustered(change[k], Dh[k], year_id[k], unit_id[k]))
      }
    }
  }
}

write(toJSON(list(
  source = "test/reference/appendix.R", r = R.version.string, sandwich = as.character(packageVersion("sandwich")),
  cells = cells
), auto_unbox = TRUE, digits = I(17), na = "null"), out_file)
cat(sprintf("estimation %.2f s\n", spent))
