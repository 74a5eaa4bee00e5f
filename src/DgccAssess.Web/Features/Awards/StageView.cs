using DgccAssess.Core.Features.Awards.Rounds;
using DgccAssess.Web.Shared;
using Microsoft.Extensions.Localization;

namespace DgccAssess.Web.Features.Awards;

public static class StageView
{
    public static StatusTag Tag(this AwardStage stage, IStringLocalizer<AwardsWords> words) => new(words["Stage." + stage], stage switch
    {
        AwardStage.Draft or AwardStage.Closed => StatusKind.Quiet,
        AwardStage.Sealed => StatusKind.Warn,
        AwardStage.Revealed => StatusKind.Ok,
        _ => StatusKind.Info,
    });

    /// <summary>Those that this award round goes through.</summary>
    public static IEnumerable<AwardStage> Stages(this AwardRoundRef round) =>
        Enum.GetValues<AwardStage>().Where(s => round.HasJury || s is not (AwardStage.Nominations or AwardStage.Jury));
}
