# Reference for test/local/nearest.test.ts:  Rscript nearest.R   (in this folder)
# Distances from one municipality to all others: mahalanobis() with cov(), and dist(scale()); and the parts of the squared
# distance: of Mahalanobis by the symmetric root of the inverse correlation matrix (Garthwaite & Koch 2016) by eigen().
source("write-json.R")

units <- read.csv("../../data/demo/units.csv", colClasses = c(unit = "character"), check.names = FALSE)
covariates <- names(units)[8:13]
units <- units[complete.cases(units[covariates]), ]
x <- as.matrix(units[covariates]); rownames(x) <- units$unit
z <- scale(x); r <- cor(x); e <- eigen(r, symmetric = TRUE)
root <- e$vectors %*% diag(1 / sqrt(e$values)) %*% t(e$vectors)

nearest <- function(from, d, parts) {
  others <- setdiff(rownames(x), from)
  near <- others[order(d[others], others)][1:8]
  list(unit = from, neighbours = I(near), distances = I(unname(d[near])),
    parts = unname(parts[near, ] / rowSums(parts[near, ])))
}
cases <- lapply(c("1281", "0980", "2506", "1280"), function(from) {
  dm <- sqrt(mahalanobis(x, x[from, ], cov(x)))
  de <- as.matrix(dist(z))[from, ]
  delta <- sweep(z, 2, z[from, ])
  pm <- (delta %*% root)^2; pe <- delta^2
  stopifnot(isTRUE(all.equal(rowSums(pm), dm^2)), isTRUE(all.equal(rowSums(pe), de^2)))
  list(mahalanobis = nearest(from, dm, pm), standardized = nearest(from, de, pe))
})
write_reference("nearest.json", list(covariates = I(covariates), n = nrow(x), cases = cases))
