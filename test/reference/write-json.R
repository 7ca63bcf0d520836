# Writes a list as JSON with 17 significant digits, so that every double survives (jsonlite stops at 15), and with the
# versions that made it. Vectors of length one become scalars unless wrapped in I(); NA and NaN become null.
write_reference <- function(file, data, packages = character()) {
  versions <- c(list(R = paste(R.version$major, R.version$minor, sep = ".")),
                lapply(setNames(packages, packages), function(p) as.character(packageVersion(p))))
  writeLines(to_json(c(list(versions = versions), data)), file)
}

to_json <- function(x) {
  if (is.null(x)) return("null")
  if (is.matrix(x)) x <- lapply(seq_len(nrow(x)), function(i) I(x[i, ]))
  if (is.list(x)) {
    parts <- vapply(unname(x), to_json, "")
    if (is.null(names(x))) return(paste0("[", paste(parts, collapse = ","), "]"))
    return(paste0("{", paste0("\"", names(x), "\":", parts, collapse = ","), "}"))
  }
  text <- if (is.numeric(x)) ifelse(is.finite(x), sprintf("%.17g", as.numeric(x)), "null") else paste0("\"", x, "\"")
  if (length(x) == 1 && !inherits(x, "AsIs")) text else paste0("[", paste(text, collapse = ","), "]")
}
