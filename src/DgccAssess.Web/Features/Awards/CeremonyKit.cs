using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Awards.Rounds;
using DgccAssess.Core.Files;
using DgccAssess.Web.Infrastructure;
using MiniExcelLibs;
using MiniExcelLibs.OpenXml;

namespace DgccAssess.Web.Features.Awards;

/// <summary>What the ceremony needs of a sealed list, as files.</summary>
public static class CeremonyKit
{
    /// <summary>One prize in the order in which it is called.</summary>
    public sealed record Row(int Seat, string Category, string Level, int? Rank, string Agency, string Code, string Group, string? Value);

    /// <summary>Categories in their order, each from its last prize to its first, as a ceremony calls them.</summary>
    public static IReadOnlyList<Row> Rows(SealedAward award)
    {
        var prizes = award.Categories.SelectMany(c => c.Prizes.Reverse().Select(p => (Category: c, Prize: p)));
        return [.. prizes.Select((p, i) => new Row(
            i + 1, WinnersView.In(p.Category.Names), WinnersView.LevelOf(p.Prize) ?? "", p.Prize.Rank, WinnersView.In(p.Prize.Agency.Names), p.Prize.Agency.Code, p.Prize.Agency.Group,
            p.Prize.Value?.ToString("F" + p.Category.Decimals.ToString(System.Globalization.CultureInfo.InvariantCulture), System.Globalization.CultureInfo.InvariantCulture)))];
    }

    /// <summary>Seats and plaques, a sheet each. Every cell is text or a number: a name that begins like a formula stays a name.</summary>
    public static byte[] Seating(IReadOnlyList<Row> rows, Func<string, string> word)
    {
        var seats = rows.Select(r => new Dictionary<string, object?>
        {
            [word("Kit.Seat")] = r.Seat, [word("Category")] = r.Category, [word("Level")] = r.Level, [word("Ranking.Rank")] = r.Rank, [word("Agency")] = r.Agency,
        });
        var plaques = rows.Select(r => new Dictionary<string, object?> { [word("Agency")] = r.Agency, [word("Category")] = r.Category, [word("Level")] = r.Level });
        using var stream = new MemoryStream();
        stream.SaveAs(new Dictionary<string, object> { [word("Kit.SeatsSheet")] = seats, [word("Kit.PlaquesSheet")] = plaques }, configuration: new OpenXmlConfiguration { AutoFilter = false });
        return stream.ToArray();
    }

    public static byte[] Press(IReadOnlyList<Row> rows) => new CsvTable<Row>(
        ("category", r => r.Category), ("level", r => r.Level), ("rank", r => r.Rank), ("agency", r => r.Agency), ("code", r => r.Code), ("group", r => r.Group), ("value", r => r.Value)).Write(rows);
}
