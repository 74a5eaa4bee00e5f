using DgccAssess.Core.Audit;

namespace DgccAssess.Core.Features.Printing;

public static class PrintingMessages
{
    public const string NothingPublished = "Printing.NothingPublished";
    public const string UnderWay = "Printing.UnderWay";
    public const string LanguageUnknown = "Printing.LanguageUnknown";
    public const string NotFinished = "Printing.NotFinished";
    public const string NothingFailed = "Printing.NothingFailed";
}

public sealed record PapersOrdered(string Round, Guid BatchId, int Count, string Language) : AuditFact($"rounds/{Round}/papers");

public sealed record PapersPrinted(string Round, Guid BatchId, int Printed, int Failed) : AuditFact($"rounds/{Round}/papers");

public sealed record PapersResumed(string Round, Guid BatchId, int Count) : AuditFact($"rounds/{Round}/papers");

public sealed record PapersFetched(string Round, Guid BatchId, int Count) : AuditFact($"rounds/{Round}/papers");

public sealed record PapersExpired(string Round, Guid BatchId) : AuditFact($"rounds/{Round}/papers");
