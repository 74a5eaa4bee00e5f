using System.Globalization;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.DataChecks;
using DgccAssess.Web.Features.Egdi;
using DgccAssess.Web.Features.Results;
using DgccAssess.Web.Shared;
using Microsoft.Extensions.Localization;

namespace DgccAssess.Web.Features.DataChecks;

/// <summary>Figures and statuses of the work list as people read them.</summary>
public static class DataCheckView
{
    public static StatusTag Tag(this DataCheckStatus status, IStringLocalizer words) => new(words["Status." + status].Value, status switch
    {
        DataCheckStatus.Accepted => StatusKind.Ok,
        DataCheckStatus.LetterSent => StatusKind.Info,
        DataCheckStatus.Refused => StatusKind.Bad,
        _ => StatusKind.Warn,
    });

    public static string Figure(decimal? value) => value is { } figure ? Figures.Free(figure) : "–";

    public static string Day(DateOnly? day) => day?.ToString("d MMMM yyyy", CultureInfo.CurrentCulture) ?? "–";

    /// <summary>ITU, 2020.</summary>
    public static string Held(this DataCheck check, IStringLocalizer words) => new[] { words["Holder." + check.HeldBy].Value, Year(check.HeldYear) }.Between();

    public static string Year(int year) => year.ToString(CultureInfo.InvariantCulture);

    public static string Gain(this DataCheckEffect effect) => EgdiView.WithSign(effect.Gain, effect.Decimals);

    /// <summary>+3, -2, 0: ranks gained.</summary>
    public static string Gained(this DataCheckEffect effect) => effect.Ranks.ToString("+0;-0;0", CultureInfo.CurrentCulture);

    public static string Fixed(this DataCheckEffect effect, decimal egdi) => Figures.Fixed(egdi, effect.Decimals);
}
