using System.Globalization;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Sharing;
using DgccAssess.Core.Features.Sharing.Agreements;

namespace DgccAssess.Web.Features.Sharing;

/// <summary>The terms of an agreement as a form holds them.</summary>
public sealed record AgreementInput
{
    private const string Day = "yyyy-MM-dd";

    /// <summary>Of a new draft.</summary>
    public Guid Id { get; init; }

    public int? Version { get; init; }
    public int? Level { get; init; }
    public string? Purpose { get; init; }
    public string? StartsOn { get; init; }
    public string? EndsOn { get; init; }

    public static AgreementInput Of(AgreementTerms terms, int? version, Guid id = default) => new()
    {
        Id = id, Version = version, Level = (int)terms.Level, Purpose = terms.Purpose, StartsOn = terms.StartsOn.ToString(Day, CultureInfo.InvariantCulture), EndsOn = terms.EndsOn.ToString(Day, CultureInfo.InvariantCulture),
    };

    public static AgreementInput Of(SharingAgreement agreement) => Of(new(agreement.Level, agreement.Purpose, agreement.StartsOn, agreement.EndsOn), agreement.Version);

    /// <summary>What can't be read is a problem of its field.</summary>
    public Result<AgreementTerms> ToTerms()
    {
        List<Problem> problems = [];
        if (Level is not { } level || !Enum.IsDefined((SharingLevel)level)) problems.Add(new(nameof(Level), SharingMessages.LevelMissing));
        var (starts, ends) = (Read(StartsOn, nameof(StartsOn), problems), Read(EndsOn, nameof(EndsOn), problems));
        return problems.Count > 0 ? Result<AgreementTerms>.From(Result.Invalid(problems)) : new AgreementTerms((SharingLevel)Level!.Value, Purpose?.Trim() ?? "", starts, ends);
    }

    private static DateOnly Read(string? typed, string field, List<Problem> problems)
    {
        if (DateOnly.TryParseExact(typed?.Trim(), Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        problems.Add(new(field, SharingMessages.DateWrong));
        return default;
    }
}
