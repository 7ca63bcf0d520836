import type { Document } from '../document/document.js';
import { latexProperty, latexShort } from './escape.js';

const BABEL = { sv: 'swedish', en: 'british' } as const;

/** Everything before the text: packages that every TeX Live has, and the document's own commands. */
export function preamble({ lang, title, lead, synthetic }: Document): string {
  const stamp =
    synthetic === null ? '' : `\\colorbox{stamp}{\\scriptsize\\bfseries ${latexShort(synthetic.stamp, 40)}}`;
  return String.raw`% Typeset with pdfLaTeX, twice, so that the contents get their page numbers:
%   pdflatex report.tex
%   pdflatex report.tex
% LuaLaTeX and XeLaTeX set it, too. The figures are read from the folder figures beside this file.
\documentclass[10pt,a4paper]{article}
\usepackage{iftex}
\ifpdftex
  \usepackage[T1]{fontenc}
  \usepackage[utf8]{inputenc}
  \usepackage{textcomp}
  \IfFileExists{lmodern.sty}{\usepackage{lmodern}}{}
\else
  \usepackage{fontspec}
\fi
\usepackage[${BABEL[lang]}]{babel}
\usepackage[a4paper,margin=20mm,headheight=15pt]{geometry}
\usepackage{array,booktabs,longtable,pdflscape}
\usepackage{graphicx}
\usepackage{xcolor}
\usepackage{fancyhdr}
\usepackage[hidelinks,unicode,pdfusetitle=false]{hyperref}
\hypersetup{pdftitle={${latexProperty(title)}},pdfsubject={${latexProperty(lead)}},pdflang={${lang}},pdfauthor={oppna-jamforelser}}
\definecolor{stamp}{HTML}{FFD33D}
\definecolor{up}{HTML}{0B4F94}
\definecolor{down}{HTML}{A63A06}
\definecolor{quiet}{HTML}{474E56}
\setlength{\parindent}{0pt}
\setlength{\parskip}{0.5\baselineskip}
\setlength{\emergencystretch}{3em}
\setlength{\LTleft}{0pt}
\setlength{\LTright}{0pt plus 1fill}
\setcounter{secnumdepth}{-1}
\setcounter{tocdepth}{2}
\raggedbottom
\pagestyle{fancy}
\fancyhf{}
\fancyhead[L]{\scriptsize\color{quiet}${latexShort(title, 60)}}
\fancyhead[C]{${stamp}}
\fancyhead[R]{\scriptsize\color{quiet}\thepage}
\renewcommand{\headrulewidth}{0pt}
% A sign that the fonts do not have; in bookmarks a question mark, and nothing for what only sets a line.
\DeclareRobustCommand{\oddsign}{{\fboxsep=0pt\fbox{\rule{0pt}{1.2ex}\rule{0.8ex}{0pt}}}}
\pdfstringdefDisableCommands{\def\oddsign{?}\def\allowbreak{}\def\enspace{ }\def\ensuremath#1{\ifx#1-\textminus\else?\fi}}
% The computed mark and, after it, the published one: \computed{up}{++} \published{+}
\newcommand{\computed}[2]{\textcolor{#1}{\textbf{#2}}}
\newcommand{\published}[1]{{\color{quiet}(#1)}}
% A figure of a width, its file, its alternative text (read where graphicx knows the key alt), and its caption.
\makeatletter
\newcommand{\figurehere}[4]{\par\begin{center}\begin{minipage}{\linewidth}\centering
  \IfFileExists{#2}{\@ifundefined{KV@Gin@alt}{\includegraphics[width=#1]{#2}}{\includegraphics[width=#1,alt={#3}]{#2}}}{\fbox{\detokenize{#2}}}\par
  {\footnotesize\color{quiet}#4\par}\end{minipage}\end{center}}
% Begins a new page where less than this height is left, but never between a heading and what stands under it.
\newcommand{\needheight}[1]{\par\if@nobreak\else\ifdim\pagegoal=\maxdimen\else
  \ifdim\dimexpr\pagegoal-\pagetotal\relax<#1\relax\newpage\fi\fi\fi}
\makeatother
`;
}
