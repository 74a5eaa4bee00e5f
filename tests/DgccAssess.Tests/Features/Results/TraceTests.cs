using System.Globalization;
using System.Numerics;
using AngleSharp.Dom;
using DgccAssess.Core.Data;
using DgccAssess.Core.Security;
using DgccAssess.TestCommon;

namespace DgccAssess.Tests.Features.Results;

public sealed class TraceTests(TestApps apps)
{
    [Theory, Databases]
    public async Task Trace_OfEveryNode_AddsUpExactly(DatabaseProvider provider)
    {
        var diagnosis = await Diagnosis.PublishAsync(await apps.On(provider).CreateSpaceAsync());
        using var browser = await diagnosis.Space.AsAsync(await diagnosis.Space.CreatePersonAsync(Roles.Reader, diagnosis.AgencyId));

        var page = await browser.GetAsync($"/rounds/{Diagnosis.Round}/agencies/{Diagnosis.Agency}/result/trace");

        var tables = page.Document.QuerySelectorAll("table[data-node]");
        Assert.Equal(1 + 4 + 8, tables.Length);
        Assert.All(tables, table => Assert.Equal(Of(table.QuerySelector("tr.total")!), table.QuerySelectorAll("td[data-fraction]").Select(Of).Aggregate(Add)));
        Assert.Equal((1179, 400), Of(tables[0].QuerySelector("tr.total")!));
        Assert.Contains("The exact index is 2.9475. Rounded once it is 2.95; the predicate of 2.95 is “Good”.", page.Text, StringComparison.Ordinal);
        Assert.Contains("(3 × 13 + 3 × 25 + 1 × 16.5 + ", page.Text, StringComparison.Ordinal);
    }

    private static (BigInteger Numerator, BigInteger Denominator) Of(IElement cell)
    {
        var parts = cell.GetAttribute("data-fraction")!.Split('/').Select(p => BigInteger.Parse(p, CultureInfo.InvariantCulture)).ToList();
        return (parts[0], parts[1]);
    }

    private static (BigInteger Numerator, BigInteger Denominator) Add((BigInteger Numerator, BigInteger Denominator) a, (BigInteger Numerator, BigInteger Denominator) b)
    {
        var (numerator, denominator) = ((a.Numerator * b.Denominator) + (b.Numerator * a.Denominator), a.Denominator * b.Denominator);
        var divisor = BigInteger.GreatestCommonDivisor(numerator, denominator);
        return (numerator / divisor, denominator / divisor);
    }
}
