using System.Globalization;
using System.Text;
using System.Text.Json;
using DgccAssess.Scoring.Egdi;

namespace DgccAssess.Core.Features.Egdi;

/// <summary>A scenario as JSON. Scripts depend on its form; figures have as many decimals as the edition.</summary>
public static class EgdiJson
{
    public static string Write(EgdiEdition edition, EgdiCountry country, EgdiScenario scenario, EgdiOthers others)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("country", country.Code);
            json.WriteString("name", country.Name);
            json.WriteNumber("edition", edition.Year);
            json.WriteString("others", others is EgdiOthers.Frozen ? "frozen" : "moving");
            Standing("base", scenario.Base, scenario.BaseComponents);
            Standing("scenario", scenario.Standing, scenario.Components);
            json.WriteStartObject("change");
            Number("egdi", scenario.Standing.Egdi - scenario.Base.Egdi);
            json.WriteNumber("ranks", scenario.Base.Rank - scenario.Standing.Rank);
            json.WriteEndObject();
            if (scenario.Next is { } next)
            {
                json.WriteStartObject("next");
                Number("egdi", next.Egdi);
                Number("gain", next.Gain);
                json.WriteNumber("rank", next.Rank);
                json.WriteEndObject();
            }
            else
            {
                json.WriteNull("next");
            }

            json.WriteEndObject();

            void Standing(string name, EgdiStanding standing, EgdiComponents components)
            {
                json.WriteStartObject(name);
                Number("egdi", standing.Egdi);
                json.WriteNumber("rank", standing.Rank);
                json.WriteString("level", JsonNamingPolicy.KebabCaseLower.ConvertName(standing.Level.ToString()));
                Number("osi", components.Osi);
                Number("tii", components.Tii);
                Number("hci", components.Hci);
                json.WriteEndObject();
            }

            void Number(string name, decimal value)
            {
                json.WritePropertyName(name);
                json.WriteRawValue(value.ToString("F" + edition.Decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture));
            }
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }
}
