using System.Globalization;

namespace DgccAssess.Core.Features.Cooperation;

/// <summary>What the audit trail calls things of the register.</summary>
internal static class CooperationSubject
{
    public const string Register = "cooperation";

    public static string Of(string project) => $"{Register}/projects/{project}";

    public static string OfCenter(string center) => $"{Register}/centers/{center}";

    public static string OfPlan(string country, string code) => $"{Register}/pipeline/{country}/{code}";

    public static string NameOf(BudgetContent content) => $"{content.Amount.ToString("#,0", CultureInfo.InvariantCulture)} {content.Currency} ({content.Years})";

    public static string NameOf(OutputContent content) => content.Titles.In(CooperationRules.CommonLanguage);

    public static string NameOf(IndicatorContent content) => content.Kind.IsOfEgdi() ? content.Kind.ToString() : content.Name;

    public static string NameOf(object? content) => content switch
    {
        BudgetContent budget => NameOf(budget),
        OutputContent output => NameOf(output),
        IndicatorContent indicator => NameOf(indicator),
        _ => "",
    };
}
