using DgccAssess.Core.Features.Results.Tables;

namespace DgccAssess.Core.Features.Cooperation;

/// <summary>The register as rows: one per line of a budget; a project without a budget has one row all the same. Columns are the same in every language.</summary>
public static class RegisterTable
{
    private static readonly IReadOnlyList<string> Columns =
        ["center", "country", "project", "name", "kind", "status", "starts", "ends", "koreanOwner", "partnerOwner", "follows", "outputs", "indicators", "budgetYears", "budgetAmount", "budgetCurrency", "note", "source"];

    public static RoundTable Of(IReadOnlyList<ProjectFacts> projects) => new("cooperation", Columns, projects.SelectMany(Rows).ToAsyncEnumerable());

    private static IEnumerable<object?[]> Rows(ProjectFacts facts) => facts.Budget.Count == 0 ? [Row(facts, null)] : facts.Budget.Select(line => Row(facts, line));

    private static object?[] Row(ProjectFacts facts, BudgetLine? line)
    {
        var (project, center) = (facts.Project, facts.Center);
        // The embedded database gives 5 back as 5.0; the file says 5 whatever the database.
        var amount = line is null ? (decimal?)null : decimal.Truncate(line.Amount);
        return
        [
            center.Code, center.Country, project.Code, project.Names.In(CooperationRules.CommonLanguage), Word(project.Kind), Word(project.Status), project.Starts?.ToString(), project.Ends?.ToString(),
            project.KoreanOwner, project.PartnerOwner, project.Follows, facts.Outputs.Count, facts.Indicators.Count, line?.Years.ToString(), amount, line?.Currency, project.Note, line?.Source ?? project.Source,
        ];
    }

    private static string Word(Enum value) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
