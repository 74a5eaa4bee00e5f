namespace DgccAssess.Core.Features.Cooperation;

/// <param name="Years">The period.</param>
/// <param name="Amount">Of all lines of the period.</param>
/// <param name="Lines">How many they are.</param>
public sealed record PeriodTotal(YearSpans Years, decimal Amount, int Lines);

/// <summary>Budgets of one currency: its periods and their total. Currencies are never added up, and a period of several years is never split.</summary>
public sealed record CurrencyTotal(string Currency, decimal Amount, IReadOnlyList<PeriodTotal> Periods)
{
    /// <summary>By currency.</summary>
    public static IReadOnlyList<CurrencyTotal> Of(IEnumerable<BudgetLine> lines) =>
    [
        .. from line in lines
           group line by line.Currency into currency
           orderby currency.Key
           let periods = from line in currency
                         group line by line.Years into years
                         orderby years.Key.First, years.Key.Last, years.Key.ToString()
                         select new PeriodTotal(years.Key, years.Sum(l => l.Amount), years.Count())
           select new CurrencyTotal(currency.Key, currency.Sum(l => l.Amount), [.. periods]),
    ];
}
