using System.Globalization;
using System.Resources;

namespace DgccAssess.Core.Features.Papers.Templates.Samples;

/// <summary>Invented names for the papers that show a template.</summary>
public sealed class SampleWords
{
    private static readonly ResourceManager Resources = new(typeof(SampleWords));

    private SampleWords() { }

    public static string Of(string key, string language, params object[] values) =>
        string.Format(CultureInfo.InvariantCulture, Resources.GetString(key, CultureInfo.GetCultureInfo(language)) ?? throw new InvalidOperationException($"There are no words for '{key}'."), values);
}
