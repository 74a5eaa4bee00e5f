using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Evidence;
using DgccAssess.Web.Infrastructure;

namespace DgccAssess.Web.Features.Evidence;

/// <summary>How the pages of evidence answer: statuses by what went wrong, and the ids of the fields it went wrong in.</summary>
internal static class EvidenceAnswers
{
    public const string FileField = "evidence-file";
    public const string UrlField = "evidence-url";
    public const string TitleField = "evidence-link-title";

    public static int StatusOf(Result result) => result.Problems.Select(p => p.Message).FirstOrDefault() switch
    {
        EvidenceMessages.TooLarge or EvidenceMessages.TooLargeTogether => StatusCodes.Status413PayloadTooLarge,
        EvidenceMessages.TooOften => StatusCodes.Status429TooManyRequests,
        EvidenceMessages.StoreFull or EvidenceMessages.StoreFailed => StatusCodes.Status503ServiceUnavailable,
        _ => PageResults.StatusOf(result.Kind),
    };

    public static string FieldOf(Problem problem) => problem.Field switch
    {
        "File" => FileField,
        "Url" => UrlField,
        "Title" => TitleField,
        _ => "",
    };
}
