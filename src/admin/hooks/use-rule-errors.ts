import { useTranslation } from "react-i18next"

import type { RuleProblems } from "../lib/low-stock-rule-draft"
import { refusedRule } from "../lib/refused-rule"
import { useFailureText } from "./use-failure-text"
import { useStepsText } from "./use-steps-text"

/**
 * What stands against the fields of a rule: what is missing or cannot be read, and what the store has refused.
 *
 * @param problems - those of the form; none before somebody has tried to save
 * @param error - of the request
 */
export function useRuleErrors(problems: RuleProblems, error: unknown) {
  const { t } = useTranslation("stockroom")
  const failureText = useFailureText()
  const stepsText = useStepsText()
  const taken = (error as { status?: number } | null)?.status === 409
  const refused = error && !taken ? refusedRule(failureText(error)) : null
  return {
    /** Of the field with this path in the API, or of a part of it. */
    errorAt(path: string): string | undefined {
      const isHere = (other: string) => other === path || other.startsWith(`${path}.`)
      const problem = Object.entries(problems).find(([other]) => isHere(other))?.[1]
      if (problem) {
        return typeof problem === "string"
          ? t(`lowStockRules.problems.${problem}`)
          : stepsText(problem.steps)
      }
      return refused?.path && isHere(refused.path) ? refused.problem : undefined
    },
    /** What is about no field of the form. */
    whole: taken
      ? t("lowStockRules.form.taken")
      : refused && !refused.path
        ? refused.problem
        : undefined,
  }
}
