using DgccAssess.Core.Features.Cooperation;
using DgccAssess.Core.Files.Yaml;

namespace DgccAssess.Web.Features.Cooperation;

/// <summary>What the forms of a center ask for.</summary>
public sealed record CenterInput
{
    private static readonly string[] AtFirst = [CooperationRules.CommonLanguage, "ko"];

    /// <summary>Made with the form of a new one.</summary>
    public Guid? Id { get; init; }

    public int? Version { get; init; }

    /// <summary>Of a new one.</summary>
    public string? Code { get; init; }

    public string? Country { get; init; }

    /// <summary>Tags with commas between.</summary>
    public string? Languages { get; init; }

    public List<NameInput> Names { get; init; } = [];
    public List<NameInput> City { get; init; } = [];
    public string? Host { get; init; }
    public string? Periods { get; init; }
    public string? Source { get; init; }

    public static CenterInput New(Guid id) => new() { Id = id, Languages = string.Join(", ", AtFirst), Names = NameInput.Of(AtFirst, null), City = NameInput.Of(AtFirst, null) };

    public static CenterInput Of(CooperationCenter center) => new()
    {
        Version = center.Version, Country = center.Country, Languages = string.Join(", ", center.Languages), Names = NameInput.Of(center.Languages, center.Names),
        City = NameInput.Of(center.Languages, center.City), Host = center.Host, Periods = center.Periods.ToString(), Source = center.Source,
    };

    /// <summary>With a field for each language that was typed; those that are there keep their place.</summary>
    public CenterInput WithFields()
    {
        var languages = InputReader.Languages(Languages).Where(LanguageTags.IsTag).Take(CooperationRules.MostLanguages).ToList();
        return this with { Names = [.. Names, .. Missing(Names)], City = [.. City, .. Missing(City)] };

        IEnumerable<NameInput> Missing(List<NameInput> texts) => languages.Except(texts.Select(t => t.Language ?? ""), StringComparer.OrdinalIgnoreCase).Select(l => new NameInput { Language = l });
    }

    public CenterContent Read(InputReader reader) => new(
        InputReader.Line(Country), InputReader.Languages(Languages), NameInput.Read(Names), NameInput.Read(City), InputReader.Line(Host), reader.Years(nameof(Periods), Periods, CooperationMessages.PeriodsInvalid),
        InputReader.Text(Source));
}
