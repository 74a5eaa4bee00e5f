using System.Text.RegularExpressions;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Egdi;
using DgccAssess.Core.Files;
using DgccAssess.Core.Files.Yaml;

namespace DgccAssess.Core.Features.Cooperation;

/// <summary>What the register may hold: functions of values, in the order of the forms.</summary>
public static partial class CooperationRules
{
    public const int CodeLength = 32;
    public const int NameLength = 200;
    public const int OwnerLength = 200;
    public const int NoteLength = 1000;
    public const int SourceLength = 500;
    public const int UrlLength = 1000;
    public const int BaselineDecimals = 6;
    public const int LocalizedLength = 2000;

    /// <summary>Rows of one kind a project may have.</summary>
    public const int MostParts = 200;

    public const int MostCenters = 100;

    /// <summary>In which the titles of a center's projects are asked for.</summary>
    public const int MostLanguages = 10;

    public const decimal MostAmount = 999_999_999_999_999m;

    /// <summary>Every name and title has it, so that all of programme staff can read the register.</summary>
    public const string CommonLanguage = "en";

    public static bool IsCode(string code) => Code().IsMatch(code);

    public static IEnumerable<Problem> Check(CenterContent content)
    {
        if (!CountryNames.Codes.Contains(content.Country)) yield return new(nameof(content.Country), CooperationMessages.ChoiceInvalid);
        var languages = content.Languages;
        if (languages.Count > MostLanguages || !languages.Contains(CommonLanguage) || !languages.All(LanguageTags.IsTag) || languages.Distinct(StringComparer.OrdinalIgnoreCase).Count() < languages.Count)
            yield return new(nameof(content.Languages), CooperationMessages.LanguagesInvalid, MostLanguages);
        foreach (var problem in Texts(content.Names, nameof(content.Names))) yield return problem;
        foreach (var problem in Texts(content.City, nameof(content.City))) yield return problem;
        if (content.Host.Length > OwnerLength) yield return new(nameof(content.Host), Messages.TooLong, OwnerLength);
        if (content.Source.Length > SourceLength) yield return new(nameof(content.Source), Messages.TooLong, SourceLength);
    }

    public static IEnumerable<Problem> Check(ProjectContent content)
    {
        foreach (var problem in Texts(content.Names, nameof(content.Names))) yield return problem;
        if (content.Ends is { } ends && content.Starts is { } starts && ends.Last < starts.First) yield return new(nameof(content.Ends), CooperationMessages.EndsBeforeStart);
        if (content.KoreanOwner.Length > OwnerLength) yield return new(nameof(content.KoreanOwner), Messages.TooLong, OwnerLength);
        if (content.PartnerOwner.Length > OwnerLength) yield return new(nameof(content.PartnerOwner), Messages.TooLong, OwnerLength);
        foreach (var problem in Ending(content.Note, content.Source)) yield return problem;
    }

    public static IEnumerable<Problem> Check(BudgetContent content)
    {
        if (content.Years.Last is null) yield return new(nameof(content.Years), CooperationMessages.YearsInvalid);
        if (content.Amount is <= 0 or > MostAmount || !decimal.IsInteger(content.Amount)) yield return new(nameof(content.Amount), CooperationMessages.AmountInvalid);
        if (!Currencies.Has(content.Currency)) yield return new(nameof(content.Currency), CooperationMessages.CurrencyUnknown);
        foreach (var problem in Ending(content.Note, content.Source)) yield return problem;
    }

    public static IEnumerable<Problem> Check(OutputContent content)
    {
        foreach (var problem in Texts(content.Titles, nameof(content.Titles))) yield return problem;
        if (content.Url.Length > UrlLength) yield return new(nameof(content.Url), Messages.TooLong, UrlLength);
        else if (content.Url.Length > 0 && !IsSafeAddress(content.Url)) yield return new(nameof(content.Url), CooperationMessages.UrlInvalid);
        foreach (var problem in Ending(content.Note, content.Source)) yield return problem;
    }

    /// <param name="content">As typed.</param>
    /// <param name="editions">Years of the editions of the EGDI that can be read.</param>
    public static IEnumerable<Problem> Check(IndicatorContent content, IReadOnlyCollection<int> editions)
    {
        if (!content.Kind.IsOfEgdi() && content.Name.Length == 0) yield return new(nameof(content.Name), Messages.Required);
        if (content.Name.Length > NameLength) yield return new(nameof(content.Name), Messages.TooLong, NameLength);
        if (content.Kind is IndicatorKind.Instrument && content.Instrument.Length == 0) yield return new(nameof(content.Instrument), Messages.Required);
        if (content.Instrument.Length > CodeLength) yield return new(nameof(content.Instrument), Messages.TooLong, CodeLength);
        if (content.Kind.IsOfEgdi())
        {
            if (content.BaselineYear is not { } year || !editions.Contains(year)) yield return new(nameof(content.BaselineYear), CooperationMessages.EditionUnknown, string.Join(", ", editions));
            if (content.Baseline is not null) yield return new(nameof(content.Baseline), CooperationMessages.BaselineOfEgdi);
        }
        else
        {
            if (content.BaselineYear is < PartialDate.Earliest or > PartialDate.Latest) yield return new(nameof(content.BaselineYear), CooperationMessages.YearOutOfRange, PartialDate.Earliest, PartialDate.Latest);
            if (content.Baseline is { } value && (Math.Abs(value) > MostAmount / 1000 || value.Scale > BaselineDecimals)) yield return new(nameof(content.Baseline), CooperationMessages.BaselineInvalid, BaselineDecimals);
        }

        foreach (var problem in Ending(content.Note, content.Source)) yield return problem;
    }

    /// <summary>An address that a browser may be sent to without a second thought: https, no password in it, nothing invisible.</summary>
    public static bool IsSafeAddress(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps && uri.UserInfo.Length == 0 && uri.Host.Length > 0
        && !url.Any(c => char.IsWhiteSpace(c) || UnsafeCharacters.IsUnsafe(c));

    private static IEnumerable<Problem> Texts(LocalizedText texts, string field)
    {
        if (!texts.Values.ContainsKey(CommonLanguage)) yield return new(field, CooperationMessages.EnglishMissing);
        if (texts.Values.Values.Any(t => t.Length > NameLength)) yield return new(field, Messages.TooLong, NameLength);
        // All languages share one column.
        else if (texts.ToJson().Length > LocalizedLength) yield return new(field, CooperationMessages.NamesTooLong);
    }

    private static IEnumerable<Problem> Ending(string note, string source)
    {
        if (note.Length > NoteLength) yield return new("Note", Messages.TooLong, NoteLength);
        if (source.Length > SourceLength) yield return new("Source", Messages.TooLong, SourceLength);
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,31}$", RegexOptions.None, 1000)]
    private static partial Regex Code();
}
