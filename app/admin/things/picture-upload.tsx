import { Button } from '@/components/form/button'
import { Field, Input } from '@/components/form/field'
import { FieldsGrid } from '@/components/form/fields-grid'
import { FormButtons } from '@/components/form/form-body'
import { Notice } from '@/components/form/notice'

/**
 * A picture is sent by itself, before the form of what is told of it: so it is kept whatever has to be asked about that
 * form, and never held in memory beyond the limit. Complete without JavaScript.
 *
 * @param to whose picture it will be, as the route of the upload asks.
 */
export function PictureUpload({
  to,
  isFirst,
  problem,
}: {
  to: { id: string } | { of: string }
  isFirst: boolean
  problem: string
}) {
  return (
    <form
      action={`/admin/photos/upload?${new URLSearchParams(to)}`}
      method="post"
      encType="multipart/form-data"
      className="mb-8 max-w-3xl"
    >
      {problem && (
        <Notice look="danger" title="The picture was not taken" className="mb-6" role="alert">
          <p>{problem}</p>
        </Notice>
      )}
      <Notice title="What may be shown" className="mb-6">
        <p>
          A picture that its author has put under a free licence, or that is in the public domain. None that shows a
          minor outside a competition, and nothing private of anybody: you will be asked to confirm it.
        </p>
      </Notice>
      <FieldsGrid>
        <Field
          id="upload"
          label={isFirst ? 'Picture' : 'Another picture instead'}
          size="whole"
          hint="JPEG, PNG, WebP or AVIF, to 8 MB. What the camera wrote into it, such as the place, is taken out."
        >
          {(wired) => (
            <Input type="file" name="file" accept="image/jpeg,image/png,image/webp,image/avif" required {...wired} />
          )}
        </Field>
      </FieldsGrid>
      <FormButtons>
        <Button look={isFirst ? 'primary' : 'plain'}>{isFirst ? 'Send the picture' : 'Send another picture'}</Button>
      </FormButtons>
    </form>
  )
}
