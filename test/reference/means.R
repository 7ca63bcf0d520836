# Reference for test/models/group-means.test.ts:  Rscript means.R   (in this folder)
# Means of counties and municipality groups in the last year of the demo data, with t intervals, by base R alone
# (t.test), from the CSV files: a share of questions answered Ja, a question put to care units, and a yes/no question.
source("write-json.R")
demo <- function(f) read.csv(file.path("../../data/demo", f), colClasses = "character", na.strings = NULL, encoding = "UTF-8")
units <- demo("units.csv"); answers <- demo("answers.csv")

# Ja as 100, Nej as 0, a number as it is; NA where missing. By unit, in one year.
answer <- function(indicator, year) {
  a <- answers[answers$indicator == indicator & answers$year == year, ]
  v <- suppressWarnings(as.numeric(a$answer)); v[a$answer == "Ja"] <- 100; v[a$answer == "Nej"] <- 0
  v[match(units$unit, a$unit)]
}
outcomes <- list(
  "ao-intern-samordning" = rowMeans(sapply(c("ao-intern-lss-vuxen", "ao-intern-missbruk", "ao-intern-socialpsykiatri"), answer, 2020), na.rm = TRUE),
  "ao-ht-vardplanering" = answer("ao-ht-vardplanering", 2019),
  "eb-radgivning" = answer("eb-radgivning", 2020))

one <- function(id, v) {
  v <- v[!is.na(v)]; n <- length(v)
  if (n == 0) return(list(id = id, n = 0))
  out <- list(id = id, n = n, mean = mean(v))
  if (n > 1) {
    # t.test refuses values that are all alike: their interval is the mean itself.
    t <- if (sd(v) > 0) t.test(v)$conf.int else c(mean(v), mean(v))
    out <- c(out, list(se = sd(v) / sqrt(n), low = t[1], high = t[2]))
  }
  out
}
groups <- list()
for (id in names(outcomes)) {
  v <- outcomes[[id]]
  groups <- c(groups, list(one(paste("means", id, "riket", sep = "/"), v)))
  for (g in c("lan", "kommungrupp")) for (level in sort(unique(units[[g]])))
    groups <- c(groups, list(one(paste("means", id, g, level, sep = "/"), v[units[[g]] == level])))
}
write_reference("means.json", list(groups = groups))
