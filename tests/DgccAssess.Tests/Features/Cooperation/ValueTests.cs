using System.Globalization;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Cooperation;

namespace DgccAssess.Tests.Features.Cooperation;

public sealed class ValueTests
{
    [Theory]
    [InlineData("2023", "2023-01-01", "2023-12-31")]
    [InlineData("2024-02", "2024-02-01", "2024-02-29")]
    [InlineData("2023-07-14", "2023-07-14", "2023-07-14")]
    public void PartialDate_IsAsExactAsItIsKnown(string text, string first, string last)
    {
        var date = PartialDate.Parse(text);

        Assert.Equal((text, first, last), (date.ToString(), date.First.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), date.Last.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("23")]
    [InlineData("2023-13")]
    [InlineData("2023-02-30")]
    [InlineData("1066")]
    [InlineData("2023-7-4")]
    public void PartialDate_OfWhatIsNone_IsRefused(string text) => Assert.False(PartialDate.TryParse(text, out _));

    [Theory]
    [InlineData("2020-2023", "2020-2023")]
    [InlineData("2017–2019،2021 - 2023", "2017-2019, 2021-2023")]
    [InlineData("2026", "2026")]
    [InlineData("2024-", "2024-")]
    public void YearSpans_AreReadAsPeopleWriteThem(string typed, string stored) => Assert.Equal(stored, YearSpans.Parse(typed).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("2023-2020")]
    [InlineData("2017-2019, 2019-2021")]
    [InlineData("2017-, 2021")]
    [InlineData("20-23")]
    [InlineData("2020,")]
    public void YearSpans_ThatCantBe_AreRefused(string typed) => Assert.False(YearSpans.TryParse(typed, out _));

    [Fact]
    public void Totals_KeepCurrenciesApartAndPeriodsWhole()
    {
        var totals = CurrencyTotal.Of([Line("2020-2023", 1931, "KRW"), Line("2020-2023", 1961, "KRW"), Line("2017-2019, 2021-2023", 2941, "KRW"), Line("2023", 5, "USD")]);

        Assert.Equal([("KRW", 6833m), ("USD", 5m)], totals.Select(t => (t.Currency, t.Amount)));
        Assert.Equal([("2017-2019, 2021-2023", 2941m, 1), ("2020-2023", 3892m, 2)], totals[0].Periods.Select(p => (p.Years.ToString(), p.Amount, p.Lines)));
    }

    [Fact]
    public void Chain_ThatLeadsBack_IsCircular()
    {
        var follows = new Dictionary<string, string?> { ["a"] = null, ["b"] = "a", ["c"] = "b" };

        Assert.False(FollowChain.IsCircular("d", "c", follows));
        Assert.True(FollowChain.IsCircular("a", "c", follows));
        Assert.True(FollowChain.IsCircular("a", "a", follows));
    }

    [Theory]
    [InlineData("https://example.org/a", true)]
    [InlineData("http://example.org/a", false)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("https://user:secret@example.org", false)]
    [InlineData("https://example.org/a b", false)]
    [InlineData("example.org", false)]
    public void Address_IsLinkedOnlyWhenItIsSafe(string url, bool isSafe) => Assert.Equal(isSafe, CooperationRules.IsSafeAddress(url));

    [Fact]
    public void Texts_TooLongForTheirColumn_AreRefused()
    {
        // Six characters each in the column.
        var korean = new string('가', 199);
        var content = new OutputContent(OutputKind.Other, LocalizedText.Of(("en", "A"), ("ko", korean), ("ar", korean)), null, null, "", "", "");

        Assert.Equal(CooperationMessages.NamesTooLong, Assert.Single(CooperationRules.Check(content)).Message);
    }

    private static BudgetLine Line(string years, decimal amount, string currency)
    {
        var line = new BudgetLine { Id = Guid.CreateVersion7(), ProjectId = Guid.Empty };
        line.Save(new BudgetContent(YearSpans.Parse(years), amount, currency, "", ""), "", default);
        return line;
    }
}
