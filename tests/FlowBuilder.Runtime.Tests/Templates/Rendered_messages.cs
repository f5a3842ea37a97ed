using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Runtime.Templates;
using Shouldly;
using Xunit;

namespace FlowBuilder.Runtime.Tests.Templates;

public sealed class Rendered_messages
{
    [Fact]
    public void Have_a_text_part_made_from_the_html_when_the_template_has_none()
    {
        var done = Sample.Render(Sample.Email(
            "s",
            "<html><head><style>p{}</style></head><body><h1>Hi {{customer.first_name}}</h1><p>Your <b>estimate</b> &amp; more.<br>See <a "
                + "href=\"https://x.example/e\">it here</a></p><ul><li>one</li><li>two</li></ul></body></html>"))
            .ShouldBeOfType<Rendering.Done>();
        done.Text.ShouldBe("Hi Ann\n\nYour estimate & more.\nSee it here (https://x.example/e)\n\n- one\n- two");
    }

    [Fact]
    public void Have_a_subject_of_one_line()
    {
        var done = Sample.Render(
            Sample.Email("Hi {{ customer.first_name }}", "x"),
            Sample.Context("{\"first_name\":\"A\\r\\nBcc: all@x.example\\u0085\\u2028b\"}"))
            .ShouldBeOfType<Rendering.Done>();
        done.Subject.ShouldBe("Hi A  Bcc: all@x.example  b");
    }

    [Fact]
    public void For_marketing_end_with_a_way_out_unless_the_template_has_one()
    {
        var with = Sample.Render(Sample.Email("s", "<body><p>Hi</p></body>", null, Purpose.Marketing)).ShouldBeOfType<Rendering.Done>();
        with.Html!.ShouldContain("Green &amp; Sons, 1 Elm St, Albany NY");
        with.Html!.ShouldContain("href=\"https://crm.example/u/");
        with.Html!.ShouldEndWith("</p></body>");
        with.Text!.ShouldContain("Unsubscribe: https://crm.example/u/");

        var own = Sample.Render(Sample.Email("s", "<a href=\"{{ unsubscribe_url }}\">out</a>", null, Purpose.Marketing))
            .ShouldBeOfType<Rendering.Done>();
        own.Html!.ShouldStartWith("<a href=\"https://crm.example/u/");
        own.Html!.ShouldNotContain("Elm");
        own.Text!.ShouldContain("out (https://crm.example/u/");

        var transactional = Sample.Render(Sample.Email("s", "<p>Hi</p>")).ShouldBeOfType<Rendering.Done>();
        transactional.Html.ShouldBe("<p>Hi</p>");
    }

    [Fact]
    public void Are_rendered_from_the_revision_asked_for()
    {
        var cache = new TemplateCache();
        cache.Put(Sample.CompanyId, [Sample.Email("one", "x"), Sample.Email("two", "x", revision: 2)]);
        var writer = new MessageWriter(cache, Sample.Links);
        writer.Find(Sample.CompanyId, "t")!.Revision.ShouldBe(2);
        writer.Find(Sample.CompanyId, "t", 3).ShouldBeNull();
        writer.Find(new(8), "t").ShouldBeNull();
        writer.Write(writer.Find(Sample.CompanyId, "t", 1)!, Sample.Context(), new(1))
            .ShouldBeOfType<Rendering.Done>().Subject
            .ShouldBe("one");
    }

    [Fact]
    public void As_texts_have_neither_subject_nor_html_and_are_not_encoded()
    {
        var template = Sample.Email(null, null, "Hi {{ customer.first_name }} ") with { Channel = Channel.Text };
        Sample.Render(template, Sample.Context("""{"first_name":"<Ann>"}""")).ShouldBe(new Rendering.Done(null, null, "Hi <Ann>"));
    }
}
