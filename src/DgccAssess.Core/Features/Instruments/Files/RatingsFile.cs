using System.Globalization;
using System.Text;
using System.Text.Json;
using DgccAssess.Core.Files;
using DgccAssess.Scoring.Indices;
using DgccAssess.Scoring.Ratings;

namespace DgccAssess.Core.Features.Instruments.Files;

/// <summary>Reads <c>{"ratings":{"I1":3,"I2":null}}</c>; null is "not applicable". Other keys beside "ratings" are the sender's own.</summary>
public sealed class RatingsFile
{
    private const string Key = "ratings";

    private readonly string file;
    private readonly string text;
    private readonly byte[] json;
    private readonly ScoringPlan plan;
    private readonly ProblemLog log;
    private readonly Dictionary<string, decimal?> ratings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Position> positions = new(StringComparer.Ordinal);
    private Position? ratingsAt;

    private RatingsFile(string file, string text, ScoringPlan plan, ProblemLog log) =>
        (this.file, this.text, json, this.plan, this.log) = (file, text, Encoding.UTF8.GetBytes(text), plan, log);

    /// <summary>One rating per indicator of the plan, or every problem found.</summary>
    public static FileResult<IReadOnlyDictionary<string, decimal?>> Read(string file, ScoringPlan plan)
    {
        var found = new ProblemLog();
        var reader = StrictText.Read(file, found) is { } text ? new RatingsFile(file, text, plan, found) : null;
        reader?.Read();
        return found.Finish<IReadOnlyDictionary<string, decimal?>>(reader?.ratings);
    }

    private void Read()
    {
        try
        {
            ReadDocument();
        }
        catch (JsonException e)
        {
            var at = new Position((int)(e.LineNumber ?? 0) + 1, (int)(e.BytePositionInLine ?? 0) + 1);
            log.Add(file, at, "This is not valid JSON.", "Check the brackets, quotes and commas here.");
            return;
        }
        catch (InvalidOperationException)
        {
            log.Add(file, Position.Start, "This is not valid JSON: it holds half a character.", "Check the \\u escapes.");
            return;
        }

        if (ratingsAt is null)
        {
            log.Add(file, Position.Start, $"There is no '{Key}'.", "Write {\"ratings\":{\"I1\":3}} with every indicator.");
            return;
        }

        foreach (var problem in RatingCheck.Check(plan, ratings).Where(p => p.Code is not RatingProblemCodes.Missing || !positions.ContainsKey(p.Indicator)))
        {
            var (message, whatToDo) = Sentence(problem);
            log.Add(file, positions.GetValueOrDefault(problem.Indicator, ratingsAt.Value), message, whatToDo);
        }
    }

    private void ReadDocument()
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = 32 });
        reader.Read();
        if (reader.TokenType is not JsonTokenType.StartObject)
        {
            log.Add(file, At(reader), "An object is expected here.", "Write {\"ratings\":{\"I1\":3}}.");
            reader.Skip();
        }
        else
        {
            ReadObject(ref reader);
        }

        // Text after the document is a fault of the document; reading on finds it.
        while (reader.Read()) { }
    }

    private void ReadObject(ref Utf8JsonReader reader)
    {
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            var (isRatings, at) = (reader.ValueTextEquals(Key), At(reader));
            reader.Read();
            if (!isRatings)
            {
                reader.Skip();
            }
            else if (ratingsAt is not null)
            {
                log.Add(file, at, $"The key '{Key}' stands twice.", "Delete one of them.");
                reader.Skip();
            }
            else
            {
                ratingsAt = at;
                ReadRatings(ref reader);
            }
        }
    }

    private void ReadRatings(ref Utf8JsonReader reader)
    {
        if (reader.TokenType is not JsonTokenType.StartObject)
        {
            log.Add(file, At(reader), $"'{Key}' must be an object.", "Write {\"I1\":3} with every indicator.");
            reader.Skip();
            return;
        }

        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            var (code, at) = (reader.GetString()!, At(reader));
            reader.Read();
            if (!positions.TryAdd(code, at))
            {
                log.Add(file, at, $"The indicator '{code}' stands twice; the first is in line {positions[code].Line}.", "Delete one of them.");
            }
            else if (TryReadRating(reader, out var rating))
            {
                ratings[code] = rating;
            }
            else
            {
                var whatToDo = "Write the level as a number without quotes, for example 3.";
                log.Add(file, At(reader), $"The rating of '{code}' is not a number.", whatToDo);
            }

            reader.Skip();
        }
    }

    private static bool TryReadRating(Utf8JsonReader reader, out decimal? rating)
    {
        rating = reader.TokenType is JsonTokenType.Number && reader.TryGetDecimal(out var number) ? number : null;
        return rating is not null || reader.TokenType is JsonTokenType.Null;
    }

    private (string Message, string WhatToDo) Sentence(RatingProblem problem)
    {
        var (code, instrument) = (problem.Indicator, plan.Instrument.Code);
        var codes = plan.Indicators.Select(n => n.Code);
        return problem.Code switch
        {
            RatingProblemCodes.UnknownIndicator => ($"{instrument} has no indicator '{code}'.{Nearest.Hint(code, codes)}", "Correct the code, or delete it."),
            RatingProblemCodes.Missing => ($"The rating of '{code}' is missing.", "Add it; every indicator needs one."),
            RatingProblemCodes.NotApplicableForbidden => ($"'{code}' can't be not applicable (null).", "Give a level; without evidence it is the lowest."),
            RatingProblemCodes.OffScale => ($"The rating of '{code}' is {problem.Arguments[0]}, which is no level of its scale.", Levels(problem)),
            RatingProblemCodes.TooManyDecimals => ($"The rating of '{code}' has more than {problem.Arguments[1]} decimals.", "Round it."),
            _ => ($"The rating of '{code}' can't be used: {problem.Code}.", "Correct it."),
        };
    }

    private static string Levels(RatingProblem problem) =>
        string.Format(CultureInfo.InvariantCulture, "Its levels go from {0} to {1}.", problem.Arguments[1], problem.Arguments[2]);

    private Position At(Utf8JsonReader reader) => Position.Of(text, Encoding.UTF8.GetCharCount(json.AsSpan(0, (int)reader.TokenStartIndex)));
}
