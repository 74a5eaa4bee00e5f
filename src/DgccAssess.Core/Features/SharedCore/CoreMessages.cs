namespace DgccAssess.Core.Features.SharedCore;

public static class CoreMessages
{
    public const string Draft = "SharedCore.Draft";
    public const string KindUnknown = "SharedCore.KindUnknown";
    public const string CombineUnknown = "SharedCore.CombineUnknown";
    public const string IndicatorsOfNone = "SharedCore.IndicatorsOfNone";
    public const string NoIndicators = "SharedCore.NoIndicators";
    public const string IndicatorTwice = "SharedCore.IndicatorTwice";
    public const string IndicatorUnknown = "SharedCore.IndicatorUnknown";
    public const string IndicatorTaken = "SharedCore.IndicatorTaken";
    public const string NoteMissing = "SharedCore.NoteMissing";
}
