move hidden-stock "Hide what was never declared"
  > What was kept out of the first declaration is counted by nobody later.
  open when "only what is declared is looked at"
  found by not-verifiable
  noticed by "nobody but its owner"
  case "Programmes found that no declaration had named" source "Security Council resolution 687 (1991) and the reports of its Special Commission"
