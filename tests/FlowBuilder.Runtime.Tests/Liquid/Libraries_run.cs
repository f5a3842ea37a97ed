using Ganss.Xss;
using Shouldly;
using Xunit;

namespace FlowBuilder.Runtime.Tests.Liquid;

/// <summary>One smoke test for what nothing else here runs; MailKit and Scriban are run by all the tests around.</summary>
public sealed class Libraries_run
{
    [Fact]
    public void HtmlSanitizer_takes_scripts_out_and_forms_once_told()
    {
        var sanitizer = new HtmlSanitizer();
        foreach (var tag in (string[])["form", "input", "button", "textarea", "select", "option"]) sanitizer.AllowedTags.Remove(tag);
        sanitizer.Sanitize(
            "<div onclick=\"x\">Hi <script>alert(1)</script><form><input name=\"a\"></form><a href=\"javascript:x\">y</a></div>")
            .ShouldBe("<div>Hi <a>y</a></div>");
    }
}
